import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DirectoryStore } from '../../../src/cache/directory-store.js'
import { emulatorCache } from '../../../src/cache/emulators.js'
import { CacheSession } from '../../../src/cache/session.js'
import type { Host } from '../../../src/host/host.js'
import { encodedPart } from '../../../src/oci/digest.js'
import type { CacheSettings } from '../../../src/request/build-request.js'
import { temporaryFolder } from '../../support/runner.js'
import { opening, randomFile } from './support/store.js'

function begin(folder: string, given: Partial<CacheSettings> = {}, kind: Host['kind'] = 'terminal') {
  const temporary = temporaryFolder()
  const state: string[] = []
  const { tell, warnings, infos } = opening()
  const host: Host = {
    kind,
    ...tell,
    notice: tell.info,
    error: tell.warning,
    mask: () => undefined,
    hide: (text: string) => text,
    openLog: () => ({ line: () => undefined, close: () => undefined }),
    setOutput: () => undefined,
    saveState: (_, value) => void state.push(value),
    summarize: async () => undefined,
  }
  const cache = {
    kind: 'directory',
    folder,
    repository: undefined,
    writable: true,
    ...given,
  } as CacheSettings
  const session = new CacheSession(
    { cache, logins: [], tlsVerify: true },
    {
      host,
      env: { RUNNER_TEMP: temporary },
      signal: new AbortController().signal,
      registryClient: () => {
        throw new Error('no registry is asked for')
      },
    },
  )
  return { session, emulators: emulatorCache(session, host), temporary, state, warnings, infos }
}

const fresh = () => join(temporaryFolder(), 'cache')

describe('an emulator', () => {
  it('that one run of the command line put aside is there for the next', async () => {
    const folder = fresh()
    const { path, bytes } = randomFile()
    const first = begin(folder)
    expect(await first.emulators.fetch('arm64')).toBeUndefined()
    await first.emulators.keep('arm64', { path, version: '7.2.22' })
    expect(existsSync(folder)).toBe(false)
    await first.session.end()
    const second = begin(folder)
    const found = await second.emulators.fetch('arm64')
    expect(found?.version).toBe('7.2.22')
    expect(readFileSync(found!.path).equals(bytes)).toBe(true)
    expect(statSync(found!.path).mode & 0o777).toBe(0o755)
    expect(await second.emulators.fetch('s390x')).toBeUndefined()
    await second.session.end()
    expect([...readdirSync(first.temporary), ...readdirSync(second.temporary)]).toEqual([])
    expect([...first.warnings, ...second.warnings]).toEqual([])
  })

  it('waits for the post part on a runner', async () => {
    const folder = fresh()
    const { path } = randomFile()
    const run = begin(folder, {}, 'runner')
    await run.emulators.keep('arm64', { path, version: '7.2.22' })
    await run.session.end()
    expect(existsSync(folder)).toBe(false)
    expect(run.state).toEqual([join(run.temporary, readdirSync(run.temporary)[0]!)])
    expect(existsSync(join(run.state[0]!, 'pending.json'))).toBe(true)
  })

  it('that is broken is replaced', async () => {
    const folder = fresh()
    const { path, blob } = randomFile()
    const keep = async () => {
      const run = begin(folder)
      const found = await run.emulators.fetch('arm64')
      await run.emulators.keep('arm64', { path, version: '7.2.22' })
      await run.session.end()
      return { found, warnings: run.warnings }
    }
    await keep()
    const kept = join(folder, 'blobs', 'sha256', encodedPart(blob.digest))
    writeFileSync(kept, Buffer.alloc(blob.size))
    expect(await keep()).toEqual({ found: undefined, warnings: [expect.stringContaining('is broken')] })
    expect((await keep()).found).toBeDefined()
  })

  it.each(['{', '{}', '{"blob":{"digest":"sha256:x","size":1}}', 'null'])(
    'is not read from %j',
    async (text) => {
      const folder = fresh()
      await new DirectoryStore(folder, opening()).writeDocument(
        `emulator-${process.arch}-arm64`,
        Buffer.from(text),
      )
      const run = begin(folder)
      expect(await run.emulators.fetch('arm64')).toBeUndefined()
      await run.session.end()
      expect(run.warnings).toEqual([])
    },
  )

  it('that can’t be read is not put aside', async () => {
    const run = begin(fresh())
    await run.emulators.keep('arm64', { path: '/nonexistent', version: '7.2.22' })
    await run.session.end()
    expect(run.warnings).toEqual([expect.stringContaining('can’t be put aside')])
    expect(readdirSync(run.temporary)).toEqual([])
  })
})

test.each<[string, Partial<CacheSettings>]>([
  ['without a cache', { kind: 'off' }],
  ['that may not write', { writable: false }],
])('a run %s keeps nothing', async (_, settings) => {
  const folder = fresh()
  const run = begin(folder, settings)
  await run.emulators.keep('arm64', { path: randomFile().path, version: '7.2.22' })
  await run.session.end()
  expect([existsSync(folder), readdirSync(run.temporary), run.warnings]).toEqual([false, [], []])
})

test('a run that asks for nothing makes nothing', async () => {
  const run = begin(fresh())
  await run.session.end()
  expect([readdirSync(run.temporary), run.state]).toEqual([[], []])
})
