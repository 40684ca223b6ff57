import fc from 'fast-check'
import {
  type BuildRecord,
  type CheckpointRecord,
  decodeRecords,
  encodeRecords,
  NO_RECORDS,
  type Records,
} from '../../../src/cache/records.js'
import { keptBlobs, retained } from '../../../src/cache/retention.js'
import { type Digest, digestOf } from '../../../src/oci/digest.js'
import { mediaType } from '../../../src/oci/types.js'

const key = (name: string | number): Digest => digestOf(String(name))
const layer = (name: string | number, size: number) => ({
  mediaType: 'layer',
  digest: key(`layer ${name}`),
  size,
})

function record(given: Partial<BuildRecord> & { layers?: ReturnType<typeof layer>[] } = {}): BuildRecord {
  const { layers = [layer(1, 100)], ...others } = given
  return {
    manifest: {
      schemaVersion: 2,
      mediaType: mediaType.ociManifest,
      config: { mediaType: mediaType.ociConfig, digest: key('config'), size: 3 },
      layers,
    },
    config: {
      os: 'linux',
      architecture: 'arm64',
      rootfs: { type: 'layers', diff_ids: layers.map(({ digest }) => digest) },
    },
    execution: 'native',
    repositories: [],
    seconds: 1,
    ran: 1000,
    used: 1000,
    ...others,
  }
}
const records = (given: Record<string, BuildRecord>): Records => ({
  builds: new Map(Object.entries(given).map(([name, each]) => [key(name), each])),
  checkpoints: new Map(),
})
const checkpoint = (
  layers: ReturnType<typeof layer>[],
  given: Partial<CheckpointRecord> = {},
): CheckpointRecord => {
  const { manifest, config } = record({ layers })
  return { manifest, config, baseLayers: 1, seconds: 3, ran: 1000, used: 1000, ...given }
}
const checkpoints = (given: Record<string, CheckpointRecord>): Records => ({
  builds: new Map(),
  checkpoints: new Map(Object.entries(given).map(([name, each]) => [key(name), each])),
})
const names = ({ builds }: Records, among: readonly string[]) => among.filter((name) => builds.has(key(name)))

test('are read as they were written', () => {
  const all = records({ a: record(), b: record({ repositories: ['quay.io/o/i'], execution: 'emulated' }) })
  expect(decodeRecords(encodeRecords(all))).toEqual(all)
  const steps = checkpoints({ a: checkpoint([layer('base', 5), layer('own', 1)]) })
  expect(decodeRecords(encodeRecords(steps))).toEqual(steps)
})

test.each([
  ['no JSON', '{'],
  ['no object', '[]'],
  ['another format', JSON.stringify({ format: 2, builds: { [key('a')]: record() } })],
  ['a key that is no digest', JSON.stringify({ format: 1, builds: { a: record() } })],
  [
    'a layer without a digest',
    JSON.stringify({
      format: 1,
      builds: {
        [key('a')]: record({ layers: [{ mediaType: 'x', digest: 'sha256:../x' as Digest, size: 1 }] }),
      },
    }),
  ],
  [
    'more layers than the config has',
    JSON.stringify({
      format: 1,
      builds: {
        [key('a')]: { ...record(), config: { os: 'linux', architecture: 'arm64', rootfs: { diff_ids: [] } } },
      },
    }),
  ],
  ['a time that is none', JSON.stringify({ format: 1, builds: { [key('a')]: { ...record(), ran: 'now' } } })],
  [
    'an unknown way of building',
    JSON.stringify({ format: 1, builds: { [key('a')]: { ...record(), execution: 'x' } } }),
  ],
])('%s is not believed', (_name, text) => {
  expect(decodeRecords(Buffer.from(text))).toEqual(NO_RECORDS)
})

test('anything can be read', () => {
  fc.assert(fc.property(fc.json(), (text) => void decodeRecords(Buffer.from(text))))
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify({ format: 1, builds: { [key('a')]: value } })
      expect(decodeRecords(Buffer.from(text)).builds.size).toBe(0)
    }),
  )
})

test.each([-1, 3, 1.5, '1', undefined])(
  'a checkpoint with %p layers of its base is not believed',
  (baseLayers) => {
    const one = { ...checkpoint([layer('base', 5), layer('own', 1)]), baseLayers }
    const text = JSON.stringify({ format: 1, checkpoints: { [key('a')]: one } })
    expect(decodeRecords(Buffer.from(text)).checkpoints.size).toBe(0)
  },
)

describe('what is retained', () => {
  const limits = { ttl: 100, maxSize: 250 }

  test('a base image’s layers take no room', () => {
    const all = checkpoints({
      a: checkpoint([layer('base', 1000), layer('a', 100)], { used: 3 }),
      b: checkpoint([layer('base', 1000), layer('a', 100), layer('b', 100)], { used: 2 }),
      c: checkpoint([layer('base', 1000), layer('c', 100)], { used: 1 }),
    })
    const kept = retained(all, limits, 1000)
    expect(['a', 'b', 'c'].filter((name) => kept.checkpoints.has(key(name)))).toEqual(['a', 'b'])
    expect([...keptBlobs(kept).keys()].sort()).toEqual([layer('a', 1).digest, layer('b', 1).digest].sort())
  })

  test('nothing that ran too long ago, however lately it was used', () => {
    const all = records({ old: record({ ran: 900, used: 1000 }), young: record({ ran: 901 }) })
    expect(names(retained(all, limits, 1000), ['old', 'young'])).toEqual(['young'])
  })

  test('what was used last, as far as there is room', () => {
    const all = records({
      a: record({ used: 1, layers: [layer('a', 100)] }),
      b: record({ used: 3, layers: [layer('b', 100)] }),
      c: record({ used: 2, layers: [layer('c', 100)] }),
    })
    expect(names(retained(all, limits, 1000), ['a', 'b', 'c'])).toEqual(['b', 'c'])
  })

  test('shared layers take room once, and those that a registry has none', () => {
    const all = records({
      a: record({ used: 3, layers: [layer('shared', 200)] }),
      b: record({ used: 2, layers: [layer('shared', 200), layer('b', 50)] }),
      c: record({ used: 1, layers: [layer('c', 10_000)], repositories: ['quay.io/o/i'] }),
    })
    const kept = retained(all, limits, 1000)
    expect(names(kept, ['a', 'b', 'c'])).toEqual(['a', 'b', 'c'])
    expect([...keptBlobs(kept).keys()]).toEqual([key('layer shared'), key('layer b')])
  })
})
