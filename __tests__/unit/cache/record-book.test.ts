import { DirectoryStore } from '../../../src/cache/directory-store.js'
import { Pending, readPending, savePending } from '../../../src/cache/pending.js'
import { now, RecordBook } from '../../../src/cache/record-book.js'
import type { CheckpointRecord } from '../../../src/cache/records.js'
import { type Digest, digestOf } from '../../../src/oci/digest.js'
import { parsePlatform } from '../../../src/oci/platform.js'
import { mediaType } from '../../../src/oci/types.js'
import { temporaryFolder } from '../../support/runner.js'
import { opening } from './support/store.js'

const key = digestOf('step')
const limits = { ttl: 14 * 86_400, maxSize: 1000 }

function checkpoint(given: Partial<CheckpointRecord> = {}): CheckpointRecord {
  return {
    manifest: {
      schemaVersion: 2,
      mediaType: mediaType.ociManifest,
      config: { mediaType: mediaType.ociConfig, digest: digestOf('config'), size: 3 },
      layers: [],
    },
    config: { os: 'linux', architecture: 'arm64', rootfs: { diff_ids: [] } },
    baseLayers: 0,
    seconds: 5,
    ran: now(),
    used: now(),
    ...given,
  }
}

/** A run: its books write to the folder when it ends. */
async function run<Result>(
  folder: string,
  act: (book: (scope: string, platform?: string) => RecordBook) => Promise<Result>,
  writable = true,
): Promise<Result> {
  const store = new DirectoryStore(folder, opening({ writable }))
  const aside = temporaryFolder()
  const pending = new Pending(aside, {
    place: { kind: 'directory', folder },
    loginHosts: [],
    tlsVerify: true,
  })
  const book = (scope: string, platform = 'linux/arm64') =>
    new RecordBook(scope, parsePlatform(platform), { store, pending }, limits)
  const result = await act(book)
  const list = await readPending(aside)
  if (list !== undefined) await savePending(aside, list, store)
  return result
}
const add = (folder: string, scope: string, record: CheckpointRecord, writable = true) =>
  run(folder, (book) => book(scope).add({ checkpoints: new Map([[key, record]]) }), writable)
const own = (folder: string, scope: string, platform?: string) =>
  run(folder, async (book) => [...(await book(scope, platform).read()).checkpoints.keys()])
const others = (folder: string, scope: string, platform?: string): Promise<Digest[]> =>
  run(folder, async (book) =>
    (await book(scope, platform).readOthers()).flatMap(({ checkpoints }) => [...checkpoints.keys()]),
  )

test('what a scope adds the next run finds as its own, and other scopes among others', async () => {
  const folder = temporaryFolder()
  await add(folder, 'a', checkpoint())
  await add(folder, 'b', checkpoint())
  expect(await own(folder, 'a')).toEqual([key])
  expect(await others(folder, 'a')).toEqual([key])
  expect(await others(folder, 'new')).toEqual([key, key])
  expect(await own(folder, 'new')).toEqual([])
})

test('nothing of another platform', async () => {
  const folder = temporaryFolder()
  await add(folder, 'a', checkpoint())
  expect(await own(folder, 'a', 'linux/amd64')).toEqual([])
  expect(await others(folder, 'b', 'linux/amd64')).toEqual([])
})

test('two runs at once: each has its own document', async () => {
  const folder = temporaryFolder()
  await Promise.all([add(folder, 'a', checkpoint()), add(folder, 'b', checkpoint())])
  expect(await own(folder, 'a')).toEqual([key])
  expect(await own(folder, 'b')).toEqual([key])
  // One of the two notes in the list of scopes may be lost; the next run of that scope writes it.
  for (const scope of ['a', 'b']) await add(folder, scope, checkpoint())
  expect(await others(folder, 'c')).toEqual([key, key])
})

test('what ran too long ago is forgotten', async () => {
  const folder = temporaryFolder()
  await add(folder, 'a', checkpoint({ ran: now() - limits.ttl }))
  expect(await own(folder, 'a')).toEqual([])
})

test('a run that may not write doesn’t', async () => {
  const folder = temporaryFolder()
  await add(folder, 'a', checkpoint(), false)
  expect(await own(folder, 'a')).toEqual([])
})

test.each(['{', '[]', '{"scopes":[]}', '{"scopes":{"../../x":1,"0123456789abcdef":"x"}}'])(
  'a list of scopes that is none: %s',
  async (text) => {
    const folder = temporaryFolder()
    await new DirectoryStore(folder, opening()).writeDocument('scopes-linux-arm64', Buffer.from(text))
    expect(await others(folder, 'a')).toEqual([])
    await add(folder, 'a', checkpoint())
    expect(await others(folder, 'b')).toEqual([key])
  },
)
