import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { jest } from '@jest/globals'
import { DirectoryStore } from '../../../src/cache/directory-store.js'
import { Pending, readPending, savePending } from '../../../src/cache/pending.js'
import { now, RecordBook } from '../../../src/cache/record-book.js'
import type { BuildRecord } from '../../../src/cache/records.js'
import { type Digest, digestOf } from '../../../src/oci/digest.js'
import { parsePlatform } from '../../../src/oci/platform.js'
import { type Descriptor, mediaType } from '../../../src/oci/types.js'
import { temporaryFolder } from '../../support/runner.js'
import { BEGIN, DAY, REAL_TIMERS } from './support/month.js'
import { opening, randomFile } from './support/store.js'

const PLATFORM = parsePlatform('linux/amd64')
const LIST = 'scopes-linux-amd64'

let folder: string
beforeEach(() => {
  folder = join(temporaryFolder(), 'cache')
  jest.useFakeTimers({ now: BEGIN, doNotFake: [...REAL_TIMERS] })
})
afterEach(() => jest.useRealTimers())

const at = (day: number) => jest.setSystemTime(BEGIN + day * DAY)
const openStore = () => new DirectoryStore(folder, opening())

function open(scope: string) {
  const store = openStore()
  const work = temporaryFolder()
  const place = { kind: 'directory' as const, folder }
  const pending = new Pending(work, { place, loginHosts: [], tlsVerify: true })
  const book = new RecordBook(scope, PLATFORM, { store, pending }, { ttl: (14 * DAY) / 1000, maxSize: 1e9 })
  const end = async () => savePending(work, (await readPending(work))!, store)
  return { book, pending, end }
}

function record(...layers: Descriptor[]): BuildRecord {
  const config = { mediaType: mediaType.ociConfig, digest: digestOf('config'), size: 3 }
  return {
    manifest: { schemaVersion: 2, mediaType: mediaType.ociManifest, config, layers },
    config: {
      os: 'linux',
      architecture: 'amd64',
      rootfs: { type: 'layers', diff_ids: layers.map(({ digest }) => digest) },
    },
    execution: 'native',
    repositories: [],
    seconds: 1,
    ran: now(),
    used: now(),
  }
}

/** A run that keeps an image with one layer. */
async function run(scope: string, name: string): Promise<Digest> {
  const { book, pending, end } = open(scope)
  const layer = await pending.addBlob(randomFile().path, { mediaType: 'layer', broken: new Set() })
  await book.add({ builds: new Map([[digestOf(name), record(layer)]]) })
  await end()
  return layer.digest
}

const known = async (scope: string) => [...(await open(scope).book.read()).builds.keys()]

test('what the store has lost does not keep a run from being saved', async () => {
  const lost = await run('a', 'one')
  await run('a', 'two')
  expect(await known('a')).toEqual([digestOf('one'), digestOf('two')])
  await rm(join(folder, 'blobs/sha256', lost.slice('sha256:'.length)))
  await run('a', 'three')
  expect(await known('a')).toEqual([digestOf('two'), digestOf('three')])
})

test('a scope whose records are too old goes from the list, and they go too', async () => {
  await run('gone', 'one')
  at(15.5)
  await run('a', 'two')
  expect(await known('gone')).toEqual([])
  expect(await open('a').book.readOthers()).toEqual([])
})

test('a scope whose note was lost, as builds at the same time do it, keeps its young records', async () => {
  await run('a', 'one')
  const old = (await openStore().readDocument(LIST))!
  at(10)
  await run('a', 'two')
  await openStore().writeDocument(LIST, old)
  at(15.5)
  await run('b', 'three')
  expect(await known('a')).toEqual([digestOf('one'), digestOf('two')])
  expect(await open('b').book.readOthers()).toHaveLength(1)
})
