import type { Entry, PackDescriptor } from '../../../../src/cache/mounts/entry.js'
import { PACK_BYTES, repacking } from '../../../../src/cache/mounts/packs.js'

const MB = 1 << 20
const pack = (bytes: number): PackDescriptor => ({
  mediaType: 'x',
  digest: 'sha256:0',
  size: bytes / 4,
  bytes,
})
const used = (number: number, size: number): Entry => ({
  type: 'file',
  path: `f${number}`,
  mode: 0,
  uid: 0,
  gid: 0,
  mtime: '0',
  size,
  age: 0,
  pack: number,
  offset: 0,
})

test('a pack stays while half of it is in use', () => {
  const packs = [pack(140 * MB), pack(90 * MB), pack(80 * MB)]
  const { stays } = repacking(packs, [used(0, 70 * MB), used(1, 44 * MB), used(2, 80 * MB)], 0)
  expect([...stays]).toEqual([
    [0, 0],
    [2, 1],
  ])
})

test('nothing new, nothing put together', () => {
  expect(repacking([pack(5), pack(3)], [used(0, 5), used(1, 3)], 0).packs).toHaveLength(2)
})

test('large packs are left alone, whatever is added', () => {
  const { packs } = repacking(
    [pack(PACK_BYTES), pack(2 * MB)],
    [used(0, PACK_BYTES), used(1, 2 * MB)],
    100 * MB,
  )
  expect(packs.map(({ bytes }) => bytes)).toEqual([PACK_BYTES])
})

test('a thousand small changes leave few packs, and cost little each', () => {
  let packs = [pack(PACK_BYTES)]
  let most = 0
  let written = 0
  for (let round = 0; round < 1000; round++) {
    const next = repacking(
      packs,
      packs.map(({ bytes }, number) => used(number, bytes)),
      MB / 4,
    )
    const absorbed = packs
      .filter((each) => !next.packs.includes(each))
      .reduce((sum, { bytes }) => sum + bytes, 0)
    written += absorbed + MB / 4
    packs = [...next.packs, pack(absorbed + MB / 4)]
    most = Math.max(most, packs.length)
  }
  expect(packs.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(PACK_BYTES + 250 * MB)
  expect(most).toBeLessThan(20)
  expect(written / 1000).toBeLessThan(4 * MB)
})
