import { existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { jest } from '@jest/globals'
import { CacheService } from '../support/cache-service.js'
import { native } from '../support/cached-build.js'
import { type StepOptions, temporaryFolder } from '../support/runner.js'
import { service } from '../support/service.js'
import { build, contextWith, expectNoLeftovers, freshName, registry } from '../support/world.js'

// Steps that nothing changed for are not run again, though the build as a whole is another: each run of the step has storage of its
// own, as on a fresh runner, and only the cache's folder is the same.

expectNoLeftovers()
jest.setTimeout(600_000)

const base = `${registry}/ubi9/ubi-minimal:9.6`
// Long enough to be worth an image.
const slow = 'sleep 1.3'

/** The same without a cache. */
const uncached = (
  { run }: Pick<ReturnType<typeof service>, 'run'>,
  inputs: Readonly<Record<string, string>> = {},
) => run({ platforms: native, ...inputs, cache: 'off', 'cache-dir': '', 'cache-write': 'auto' })

/** The files of the blobs that a cache holds. */
function blobs(cache: string): string[] {
  const folder = join(cache, 'blobs')
  return existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((each) => each.isFile())
        .map((each) => join(each.parentPath, each.name))
    : []
}

const files = {
  Dockerfile: `ARG BASE=${base}
FROM \${BASE} AS tools
ARG NAME=tool
RUN ${slow} && echo "$NAME" >/tool

FROM --platform=$BUILDPLATFORM \${BASE} AS builder
ARG LEVEL=1
ENV LEVEL=\${LEVEL} PLACE=/made
SHELL ["/bin/bash", "-c"]
USER root
COPY versions /
RUN ${slow} && \\
    cat /versions >"$PLACE" && [[ -s $PLACE ]]
COPY src /src
ARG SUFFIX=end
RUN cat /made /src/* >/program && echo "$SUFFIX $LEVEL" >>/program && [[ -s /program ]]

FROM \${BASE}
ARG VERSION=1
RUN ${slow} && echo final >/final
COPY --from=tools /tool /tool
COPY --from=builder /program /program
LABEL version=\${VERSION}
ENTRYPOINT ["cat", "/program"]
`,
  versions: 'a 1\n',
  'src/main': 'one\n',
}

test('one source file changed: the steps before it are not run again, and the image is what it is without a cache', async () => {
  const { run, write } = service(files)
  const cold = await run({ platforms: native })
  expect(cold.resumed()).toEqual([])
  write('src/main', 'two\n')
  const warm = await run({ platforms: native })
  expect(warm.resumed()).toEqual([
    { stage: 'tools', line: 4 },
    { stage: 'builder', line: 13 },
    { stage: '2', line: 20 },
  ])
  expect(warm.stdout).not.toMatch(/STEP .*sleep/)
  expect(warm.outputs.digests).not.toBe(cold.outputs.digests)
  expect(warm.outputs.digests).toBe((await uncached({ run })).outputs.digests)
})

test('arguments: a step that sees another value runs, labels are what the arguments say (trap 6)', async () => {
  const { run, write } = service(files)
  await run({ platforms: native })
  const args = { platforms: native, 'build-args': 'NAME=other\nLEVEL=2\nVERSION=2\nSUFFIX=done' }
  const other = await run(args)
  expect(other.resumed()).toEqual([])
  write('src/main', 'two\n')
  const warm = await run({ ...args, 'build-args': 'NAME=other\nLEVEL=2\nVERSION=2\nSUFFIX=other' })
  expect(warm.resumed().map(({ stage }) => stage)).toEqual(['tools', 'builder', '2'])
  const plain = await uncached(
    { run },
    { ...args, 'build-args': 'NAME=other\nLEVEL=2\nVERSION=2\nSUFFIX=other' },
  )
  expect(warm.outputs.digests).toBe(plain.outputs.digests)
})

test('another service with the same beginning does not do it again', async () => {
  const cache = temporaryFolder('cache-')
  const first = service(files, cache)
  await first.run({ platforms: native })
  const second = service({ ...files, 'src/main': 'of another service\n' }, cache)
  const warm = await second.run({ platforms: native })
  expect(warm.resumed().map(({ stage }) => stage)).toEqual(['tools', 'builder', '2'])
  expect(warm.outputs.digests).toBe((await uncached(second)).outputs.digests)
  // What it took is in its own records now.
  second.write('src/main', 'changed\n')
  expect((await second.run({ platforms: native })).resumed()).toHaveLength(3)
})

test('a base image that moved: all steps run', async () => {
  const moving = freshName()
  const publish = (text: string) =>
    build({
      image: moving,
      context: contextWith({ Dockerfile: `FROM ${base}\nCOPY f /f\n`, f: text }),
      tags: 'latest',
      cache: 'off',
    })
  await publish('1')
  const { run, write } = service({
    Dockerfile: `FROM ${moving}:latest\nRUN ${slow} && cp /f /g\nCOPY src /src\n`,
    'src/main': '1',
  })
  await run({ platforms: native })
  write('src/main', '2')
  expect((await run({ platforms: native })).resumed()).toHaveLength(1)
  await publish('2')
  write('src/main', '3')
  expect((await run({ platforms: native })).resumed()).toEqual([])
})

describe('a layer in the cache that is not what it was', () => {
  const small = {
    Dockerfile: `FROM ${base}\nRUN ${slow} && echo made >/made\nCOPY src /src\n`,
    'src/main': '1',
  }
  test.each<[string, (path: string) => void]>([
    ['gone', (path) => rmSync(path)],
    ['cut short', (path) => truncateSync(path, 20)],
    [
      'other bytes',
      (path) => {
        const bytes = readFileSync(path)
        bytes[40]! ^= 1
        writeFileSync(path, bytes)
      },
    ],
  ])('%s: the step runs again, and is kept again', async (_what, harm) => {
    const { run, write, cache } = service(small)
    await run({ platforms: native })
    for (const path of blobs(cache)) harm(path)
    write('src/main', '2')
    expect((await run({ platforms: native })).resumed()).toEqual([])
    write('src/main', '3')
    expect((await run({ platforms: native })).resumed()).toHaveLength(1)
  })
})

test('a stage that goes on from a resumed one, Docker’s format, pull: true, a cache mount', async () => {
  const { run, write } = service({
    Dockerfile: `FROM ${base} AS first
HEALTHCHECK CMD true
RUN --mount=type=cache,target=/kept ${slow}; echo >>/kept/runs; echo first >/first
FROM first AS second
ENV A=b
RUN ${slow}; echo second >/second
COPY src /src
FROM second
LABEL x=y
`,
    'src/main': '1',
  })
  const inputs = { platforms: native, format: 'docker', pull: 'true' }
  await run(inputs)
  write('src/main', '2')
  const warm = await run(inputs)
  expect(warm.resumed()).toEqual([{ stage: 'second', line: 6 }])
  expect(warm.outputs.digests).toBe((await uncached({ run }, inputs)).outputs.digests)
})

test('both platforms, each with its own steps', async () => {
  const { run, write } = service(files)
  await run()
  write('src/main', 'two\n')
  const warm = await run()
  for (const platform of ['linux/amd64', 'linux/arm64']) expect(warm.resumed(platform)).toHaveLength(3)
  expect(warm.outputs.digests).toBe(
    (await uncached({ run }, { platforms: 'linux/amd64,linux/arm64' })).outputs.digests,
  )
})

test('no-cache: true runs all', async () => {
  const { run, write } = service(files)
  await run({ platforms: native })
  write('src/main', 'two\n')
  expect((await run({ platforms: native, 'no-cache': 'true' })).resumed()).toEqual([])
})

test.each([
  [
    'what comes after a copied folder, or a commit’s name, is not kept',
    `COPY src /src\nRUN ${slow}; cp -r /src /copy\n`,
    '',
  ],
  [
    'an argument that names a commit',
    `ARG COMMIT\nRUN ${slow}; echo done >/done\nCOPY src /src\n`,
    'COMMIT=0a1b2c3d4e5f60718293a4b5c6d7e8f901234567',
  ],
])('%s', async (_what, steps, args) => {
  const { run, cache } = service({ Dockerfile: `FROM ${base}\n${steps}`, 'src/main': '1' })
  await run({ platforms: native, 'build-args': args })
  expect(blobs(cache)).toEqual([])
})

describe('in other places', () => {
  let github: CacheService
  beforeAll(async () => {
    github = await CacheService.start()
  })
  afterAll(() => github.stop())

  test.each<[string, () => Record<string, string>, () => StepOptions]>([
    ['a registry', () => ({ cache: 'registry', 'cache-ref': freshName(), 'cache-dir': '' }), () => ({})],
    ['GitHub’s cache service', () => ({ cache: 'actions', 'cache-dir': '' }), () => ({ env: github.env })],
  ])('%s: also for a run that may not write', async (_place, place, options) => {
    const { run, write } = service(files)
    const inputs = { platforms: native, ...place() }
    await run(inputs, options())
    write('src/main', 'two\n')
    const warm = await run({ ...inputs, 'cache-write': 'false' }, options())
    expect(warm.resumed()).toHaveLength(3)
    expect(warm.outputs.digests).toBe((await uncached({ run })).outputs.digests)
    // Nothing was written: the next run that may write builds it, too.
    const { cache } = JSON.parse(warm.outputs.metadata!) as {
      cache: { bytesFetched: number; bytesToSave: number }
    }
    expect(cache.bytesToSave).toBe(0)
    expect(cache.bytesFetched).toBeGreaterThan(0)
  })
})

// What is random is printed: the seed of a run that failed makes the same again.
test('a stage of any steps, cut anywhere, gives the bytes that it gives in one piece', async () => {
  const seed = Number(process.env.TEST_SEED ?? Date.now() % 1e6)
  const random = generator(seed)
  const steps = [
    'ENV A=1 B="two words"',
    'ARG X=x',
    'ARG Y',
    'WORKDIR work/dir',
    'USER 1001:0',
    'USER root',
    'LABEL l=$X',
    'SHELL ["/bin/bash", "-e", "-c"]',
    'EXPOSE 80',
    'STOPSIGNAL SIGINT',
    'COPY --chown=1001:0 versions ./',
    'ADD versions /added/',
    'RUN echo "$A $X $Y $PWD" >>/tmp/said',
    'RUN touch here || true',
    'COPY --from=other /tool /tool',
  ]
  const some = () => Array.from({ length: 5 }, () => steps[Math.floor(random() * steps.length)]).join('\n')
  const stage = `${some()}\nRUN ${slow}; id >/tmp/id\n${some()}\n`
  const { run, write } = service({
    Dockerfile: `FROM ${base} AS other\nRUN echo tool >/tool\nFROM ${base}\n${stage}COPY src /src\n${some()}\nENTRYPOINT ["x"]\n`,
    versions: 'a 1\n',
    'src/main': '1',
  })
  const inputs = { platforms: native, 'build-args': 'Y=given' }
  await run(inputs)
  write('src/main', '2')
  const warm = await run(inputs)
  // The other stage is kept as well where the machine takes long for it.
  const all = { seed, stage, isResumed: warm.resumed().length > 0, digests: warm.outputs.digests }
  expect(all).toEqual({ ...all, isResumed: true, digests: (await uncached({ run }, inputs)).outputs.digests })
})

/** Numbers from 0 to 1, the same for the same seed (https://en.wikipedia.org/wiki/Linear_congruential_generator). */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32
    return state / 2 ** 32
  }
}
