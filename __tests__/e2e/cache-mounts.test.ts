import { mkdirSync, mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { jest } from '@jest/globals'
import { ArchiveWriter } from '../../src/cache/mounts/codec.js'
import { cacheMounts } from '../../src/cache/mounts/dockerfile.js'
import { type Entry, encodeIndex } from '../../src/cache/mounts/entry.js'
import { type MountRecord, recordName } from '../../src/cache/mounts/record.js'
import { type MountSite, type Restored, restoreMounts } from '../../src/cache/mounts/restore.js'
import { type Saved, saveMounts } from '../../src/cache/mounts/save.js'
import { parseDockerfile } from '../../src/dockerfile/parse.js'
import { parsePlatform } from '../../src/oci/platform.js'
import { type PodmanInfo, podmanInfo } from '../../src/podman/info.js'
import { removeFolders } from '../../src/podman/store.js'
import { MemoryStore } from '../support/memory-store.js'
import { run } from '../support/runner.js'
import { contextWith } from '../support/world.js'

jest.setTimeout(600_000)

const BASE = 'registry.access.redhat.com/ubi9/ubi-minimal:9.6'
const GO = 'registry.access.redhat.com/ubi9/go-toolset:1.24'

let podman: PodmanInfo
let store: MemoryStore
const folders: string[] = []
beforeAll(async () => {
  podman = await podmanInfo()
})
beforeEach(() => {
  store = new MemoryStore()
})
afterEach(async () => {
  await removeFolders(folders.splice(0), podman.rootless)
})

interface Built {
  readonly exitCode: number
  readonly log: string
  readonly restored: Restored
  readonly saved: Saved | undefined
  readonly site: MountSite
}

/** One run, on a machine that knows nothing but the store: restores, builds, saves when the build went well. */
async function build(
  files: Readonly<Record<string, string>>,
  options: { platform?: string; scope?: string; limit?: number; target?: string } = {},
): Promise<Built> {
  const { platform = `linux/${podman.platform.architecture}`, scope = 'e2e', limit = 2e9, target } = options
  const folder = mkdtempSync(join(tmpdir(), 'mounts-e2e-'))
  folders.push(folder)
  const context = contextWith(files)
  const site: MountSite = {
    store,
    scope,
    platform: parsePlatform(platform),
    temporary: mkdtempSync('/var/tmp/mounts-e2e-'),
    work: join(folder, 'work'),
    podman: podman.version,
    rootless: podman.rootless,
    limit,
  }
  folders.push(site.temporary)
  mkdirSync(site.work)
  const wanted = cacheMounts(parseDockerfile(files.Dockerfile!, 'Dockerfile'), target, {
    args: new Map(),
    platform: site.platform,
  })
  const restored = await restoreMounts(site, wanted)
  const command = ['podman', 'build', '--no-cache', '--layers=false', `--platform=${platform}`]
  const ended = await run(
    [
      ...command,
      `--build-arg=BUILDPLATFORM=${podman.platform.text}`,
      ...(target === undefined ? [] : [`--target=${target}`]),
      context,
    ],
    { env: { TMPDIR: site.temporary } },
  )
  const saved = ended.exitCode === 0 ? await saveMounts(site, restored) : undefined
  return { exitCode: ended.exitCode, log: ended.stdout + ended.stderr, restored, saved, site }
}

async function mustBuild(...args: Parameters<typeof build>): Promise<Built & { readonly saved: Saved }> {
  const built = await build(...args)
  if (built.exitCode !== 0) throw new Error(built.log)
  expect(built.saved!.warnings).toEqual([])
  return { ...built, saved: built.saved! }
}

/** What a step printed after a word. */
const said = (log: string, word: string): string[] =>
  [...log.matchAll(new RegExp(`^${word}=(.*)$`, 'gm'))].map((match) => match[1]!.trim())

const counting = (mount: string, path: string, word = 'count') =>
  `RUN ${mount} n=$(cat ${path}/n 2>/dev/null || echo 0); echo $((n+1)) > ${path}/n; echo ${word}=$((n+1))`

const COUNTER = `FROM ${BASE}\n${counting('--mount=type=cache,target=/count', '/count')}\n`

test('what a step keeps is there again on another machine', async () => {
  const first = await mustBuild({ Dockerfile: COUNTER })
  expect(said(first.log, 'count')).toEqual(['1'])
  expect(first.saved).toMatchObject({ mounts: [{ name: '/count', bytes: 2 }] })
  const second = await mustBuild({ Dockerfile: COUNTER })
  expect(said(second.log, 'count')).toEqual(['2'])
  expect(second.restored.facts).toMatchObject({ mounts: [{ name: '/count', bytes: 2 }], warnings: [] })
  expect(said((await mustBuild({ Dockerfile: COUNTER })).log, 'count')).toEqual(['3'])
})

test('mounts by id, with an owner, locked, by variables, in a working folder', async () => {
  const Dockerfile = `FROM ${BASE}
ARG TARGETARCH
ARG FLAVOUR=plain
WORKDIR /work
${counting('--mount=type=cache,id=shared,target=/a', '/a', 'a')}
${counting('--mount=type=cache,id=shared,target=/b', '/b', 'b')}
${counting('--mount=type=cache,target=/locked,sharing=locked', '/locked', 'locked')}
${counting('--mount=type=cache,id=x-$TARGETARCH-$FLAVOUR,target=/c', '/c', 'c')}
${counting('--mount=type=cache,target=/owned,uid=1001,gid=0,mode=0770', '/owned', 'owned')}
RUN --mount=type=cache,target=/owned,uid=1001,gid=0,mode=0770 echo owner=$(stat -c %u:%g /owned)
${counting('--mount=type=cache,target=/root/.cache/deep/er', '/root/.cache/deep/er', 'deep')}
`
  const first = await mustBuild({ Dockerfile })
  const all = (log: string) =>
    ['a', 'b', 'locked', 'c', 'owned', 'owner', 'deep'].flatMap((word) => said(log, word))
  expect(all(first.log)).toEqual(['1', '2', '1', '1', '1', '1001:0', '1'])
  const arch = podman.platform.architecture
  expect(first.saved.mounts.map(({ name }) => name).sort()).toEqual([
    '/a (shared), /b (shared)',
    `/c (x-${arch}-plain)`,
    '/locked',
    '/owned',
    '/root/.cache/deep/er',
  ])
  const second = await mustBuild({ Dockerfile })
  expect(all(second.log)).toEqual(['3', '4', '2', '2', '2', '1001:0', '2'])
})

test('files of other users, unreadable for anyone else, come back theirs', async () => {
  const mount = '--mount=type=cache,target=/cache,uid=1001,gid=1001,mode=0700'
  const Dockerfile = `FROM ${BASE}
USER 1001:1001
RUN ${mount} mkdir -p /cache/in && echo secret >> /cache/in/own && chmod 0600 /cache/in/own && chmod 0500 /cache/in && \\
  echo lines=$(wc -l < /cache/in/own) && echo owner=$(stat -c %u:%g:%a /cache /cache/in /cache/in/own)
USER 0
RUN ${mount} echo x >> /cache/root && chown 4242:4343 /cache/root && echo root=$(stat -c %u:%g /cache/root)
`
  const owners = ['1001:1001:700 1001:1001:500 1001:1001:600']
  const first = await mustBuild({ Dockerfile })
  expect([said(first.log, 'lines'), said(first.log, 'owner')]).toEqual([['1'], owners])
  const second = await mustBuild({ Dockerfile: Dockerfile.replace('chmod 0500 /cache/in', 'true') })
  expect([said(second.log, 'lines'), said(second.log, 'owner')]).toEqual([['2'], owners])
  expect(said(second.log, 'root')).toEqual(['4242:4343'])
})

test('another platform and another scope see nothing of it', async () => {
  const Dockerfile = COUNTER.replace('FROM', 'ARG BUILDPLATFORM\nFROM --platform=$BUILDPLATFORM')
  const other = podman.platform.architecture === 'amd64' ? 'linux/arm64' : 'linux/amd64'
  await mustBuild({ Dockerfile })
  expect(said((await mustBuild({ Dockerfile }, { platform: other })).log, 'count')).toEqual(['1'])
  expect(said((await mustBuild({ Dockerfile }, { scope: 'other' })).log, 'count')).toEqual(['1'])
  expect(said((await mustBuild({ Dockerfile }, { platform: other })).log, 'count')).toEqual(['2'])
  expect(said((await mustBuild({ Dockerfile })).log, 'count')).toEqual(['2'])
})

test('a build that fails saves nothing, and one without such mounts does nothing', async () => {
  await mustBuild({ Dockerfile: COUNTER })
  const failed = await build({ Dockerfile: `${COUNTER}RUN false\n` })
  expect(failed.exitCode).not.toBe(0)
  expect(said((await mustBuild({ Dockerfile: COUNTER })).log, 'count')).toEqual(['2'])
  const plain = await mustBuild({ Dockerfile: `FROM ${BASE}\nRUN echo plain\n` })
  expect(readdirSync(plain.site.temporary).filter((name) => name.startsWith('buildah-cache'))).toEqual([])
  expect(said((await mustBuild({ Dockerfile: COUNTER })).log, 'count')).toEqual(['3'])
})

test('a stage that the target does not need brings no mounts', async () => {
  const Dockerfile = `${COUNTER}FROM ${BASE} AS plain\nRUN echo plain\n`
  const built = await mustBuild({ Dockerfile }, { target: 'plain' })
  expect(built.restored.wanted).toEqual({ mounts: [], complete: true })
})

describe('a broken or hostile cache costs a warning', () => {
  const record = (): MountRecord => JSON.parse([...store.documents.values()][0]!.toString())

  async function expectAnew(warning: RegExp): Promise<void> {
    const built = await mustBuild({ Dockerfile: COUNTER })
    expect(said(built.log, 'count')).toEqual(['1'])
    expect(built.restored.facts.warnings).toEqual([expect.stringMatching(warning)])
    // And from then on all is well.
    expect(said((await mustBuild({ Dockerfile: COUNTER })).log, 'count')).toEqual(['2'])
  }

  test('cut off', async () => {
    await mustBuild({ Dockerfile: COUNTER })
    const { digest } = record().mounts[0]!.packs[0]!
    store.blobs.set(digest, store.blobs.get(digest)!.subarray(0, 5))
    await expectAnew(/broken|cut off/)
  })

  test('gone', async () => {
    await mustBuild({ Dockerfile: COUNTER })
    store.blobs.delete(record().mounts[0]!.packs[0]!.digest)
    await expectAnew(/not in the cache any more/)
  })

  const folder: Entry = {
    type: 'directory',
    path: '',
    mode: 0o755,
    uid: 0,
    gid: 0,
    mtime: '1',
    size: 0,
    age: 0,
  }
  const file: Entry = { ...folder, type: 'file', size: 2, pack: 0, offset: 0 }
  test.each<[string, (outside: string) => readonly unknown[]]>([
    ['above', () => [folder, { ...file, path: '../../../escaped' }]],
    ['absolute', (outside) => [folder, { ...file, path: `${outside}/escaped` }]],
    [
      'through a link',
      (outside) => [
        folder,
        { ...folder, type: 'symlink', path: 'x', target: outside },
        { ...file, path: 'x/escaped' },
      ],
    ],
    ['a link for the mount', (outside) => [{ ...folder, type: 'symlink', target: outside }]],
    [
      'a hard link',
      (outside) => [folder, { ...folder, type: 'hardlink', path: 'x', target: `${outside}/precious` }],
    ],
    ['a device', () => [folder, { ...folder, type: 'character-device', path: 'null' }]],
  ])('%s', async (_, entries) => {
    await mustBuild({ Dockerfile: COUNTER })
    const outside = contextWith({ precious: 'unharmed' })
    const path = join(outside, '..', `index-${process.pid}`)
    const writer = new ArchiveWriter(path, 'index')
    await writer.write(encodeIndex({ entries: entries(outside) as readonly Entry[] }))
    const index = await writer.finish()
    await store.saveBlob(index, path)
    const [name, bytes] = [...store.documents][0]!
    const { mounts, ...rest } = JSON.parse(bytes.toString()) as MountRecord
    store.documents.set(name, Buffer.from(JSON.stringify({ ...rest, mounts: [{ ...mounts[0]!, index }] })))
    await expectAnew(/could not be restored/)
    expect(readdirSync(outside)).toEqual(['precious'])
  })
})

test('a record of another podman with other names: said, and kept anew', async () => {
  const { site } = await mustBuild({ Dockerfile: COUNTER })
  const name = recordName(site)
  const kept = JSON.parse(store.documents.get(name)!.toString()) as MountRecord
  // The name in podman 4.3 is the target's, in 5.8 a hash: each gets the other's.
  const elsewhere = podman.version.startsWith('4.3.') ? '65b3ff1d1fc50d07' : 'count'
  const mounts = kept.mounts.map((mount) => ({
    ...mount,
    podman: '0.0.0',
    folder: elsewhere === 'count' ? 'buildah-cache/count' : `buildah-cache-UID/${elsewhere}`,
  }))
  store.documents.set(name, Buffer.from(JSON.stringify({ ...kept, mounts })))
  const { log, saved } = await build({ Dockerfile: COUNTER })
  expect(said(log, 'count')).toEqual(['1'])
  expect(saved!.warnings).toEqual([
    expect.stringMatching(/keeps the cache mount \/count in another folder than podman 0\.0\.0/),
  ])
  expect(said((await mustBuild({ Dockerfile: COUNTER })).log, 'count')).toEqual(['2'])
})

describe('Go’s build cache', () => {
  // Go keeps an index of a folder too, by its files' times, unless one is younger than two seconds: how fast the machine is would decide.
  // https://github.com/golang/go/blob/go1.24.0/src/cmd/go/internal/modindex/read.go (modTimeCutoff)
  const Dockerfile = `FROM ${GO} AS build
WORKDIR /opt/app-root/src
COPY --chown=1001:0 . .
RUN --mount=type=cache,target=/opt/app-root/src/.cache/go-build,uid=1001,gid=0 \\
  find . -path ./.cache -prune -o -type f -exec touch -d '2020-01-01 00:00:00' {} +; \\
  cache=/opt/app-root/src/.cache/go-build; files() { find $cache -name '*-a' | sort; }; files > /tmp/before; \\
  go build -o /tmp/app . && /tmp/app && files > /tmp/after && echo before=$(wc -l < /tmp/before) && \\
  echo new=$(($(wc -l < /tmp/after) - $(wc -l < /tmp/before)))
`
  const source = (text: string) => ({
    Dockerfile,
    'go.mod': 'module example.com/app\ngo 1.24\n',
    'main.go': `package main

import (
	"fmt"

	"example.com/app/lib"
)

func main() { fmt.Println("app=" + lib.Text() + "${text}") }
`,
    'lib/lib.go': 'package lib\n\n// Text is some.\nfunc Text() string { return "lib " }\n',
  })
  const numbers = ({ log }: Built) => ({
    before: Number(said(log, 'before')[0]),
    new: Number(said(log, 'new')[0]),
  })

  test('only what changed is compiled; what is trimmed is compiled again', async () => {
    const cold = await mustBuild(source('one'))
    expect(numbers(cold).before).toBe(0)
    expect(numbers(cold).new).toBeGreaterThan(50)
    const whole = store.saved.reduce((sum, { size }) => sum + size, 0)

    store.saved.length = 0
    const changed = await mustBuild(source('two'))
    expect(said(changed.log, 'app')).toEqual(['lib two'])
    expect(numbers(changed).before).toBe(numbers(cold).new)
    // The main package, and linking it: nothing of the standard library, nor the other package.
    expect(numbers(changed).new).toBeLessThan(6)
    expect(changed.saved.transferred).toBeGreaterThan(0)
    expect(changed.saved.transferred).toBeLessThan(whole / 10)

    const same = await mustBuild(source('two'))
    expect(numbers(same).new).toBe(0)
    expect(same.saved.transferred).toBe(0)

    // Three more builds of other versions, and what only the first needed is gone. Go may write a few more files then.
    const trimmed = []
    for (const text of ['three', 'four', 'five', 'six']) trimmed.push(await mustBuild(source(text)))
    expect(trimmed.reduce((sum, { saved }) => sum + saved.trimmed.files, 0)).toBeGreaterThan(0)
    for (const each of trimmed) expect(numbers(each).new).toBeLessThan(10)

    // Too little room for all: the half that is left is of use, and nothing breaks.
    const small = await mustBuild(source('seven'), { limit: whole / 2 })
    expect(small.saved.trimmed.files).toBeGreaterThan(10)
    const after = await mustBuild(source('eight'))
    expect(said(after.log, 'app')).toEqual(['lib eight'])
    expect(numbers(after).before).toBeGreaterThan(0)
    expect(numbers(after).new).toBeGreaterThan(6)
  }, 600_000)
})
