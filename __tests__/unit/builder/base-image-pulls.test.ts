import { type FailedBuildTry, type PullTries, untilPulled } from '../../../src/builder/base-image-pulls.js'
import { BuildLog } from '../../../src/builder/build-log.js'
import { BuildError, Interrupted } from '../../../src/errors.js'
import { parsePlatform } from '../../../src/oci/platform.js'

const platform = parsePlatform('linux/arm64')
const image = 'r.io/x:1'

const passing = (message: string, of: string | undefined = image): FailedBuildTry => ({
  error: new BuildError(message),
  unpulled: { image: of, platform },
})
const lasting = (message: string): FailedBuildTry => ({ error: new BuildError(message) })

/** Builds and pulls that end as told, one after the other, and then go well. */
async function run(
  retries: number,
  builds: (FailedBuildTry | undefined)[],
  pulls: (FailedBuildTry | undefined)[] = [],
  signal: AbortSignal = new AbortController().signal,
) {
  const lines: string[] = []
  const done: string[] = []
  const sink = { line: (text: string) => void lines.push(text), close: () => undefined }
  const log = new BuildLog(sink, platform)
  const tries: PullTries = {
    retries,
    log,
    signal,
    pull: async (name) => {
      done.push(`pull ${name}`)
      return pulls.shift()
    },
  }
  const error = await untilPulled(tries, async () => {
    done.push('build')
    return builds.shift()
  }).then(
    () => undefined,
    (thrown: Error) => thrown,
  )
  log.close()
  return { error, done, lines: lines.map((line) => line.replace(/^\[.*?\] | in \d.*$/g, '')) }
}

test('a build that goes well is the only one', async () => {
  expect(await run(3, [])).toEqual({ error: undefined, done: ['build'], lines: [] })
})

test('a build that fails for a lasting reason is not begun again', async () => {
  expect(await run(3, [lasting('RUN failed')])).toMatchObject({
    error: new BuildError('RUN failed'),
    done: ['build'],
  })
})

test('an image is pulled until it is there, and then built on', async () => {
  expect(await run(3, [passing('first')], [passing('second'), undefined])).toEqual({
    error: undefined,
    done: ['build', `pull ${image}`, `pull ${image}`, 'build'],
    lines: ['first; try 2 of 3', 'second; try 3 of 3'],
  })
})

test('a pull that fails for a lasting reason is the end, and its words are told', async () => {
  expect(await run(5, [passing('EOF')], [lasting('unauthorized')])).toEqual({
    error: new BuildError('unauthorized'),
    done: ['build', `pull ${image}`],
    lines: ['EOF; try 2 of 5'],
  })
})

test('after the last try the last failure is told', async () => {
  expect(await run(2, [passing('first')], [passing('second')])).toMatchObject({
    error: new BuildError('second'),
    done: ['build', `pull ${image}`],
  })
})

test('tries of an image are counted over all builds, each image by itself', async () => {
  expect(await run(2, [passing('x'), passing('y', 'r.io/y:1'), passing('x again')])).toMatchObject({
    error: new BuildError('x again'),
    done: ['build', `pull ${image}`, 'build', 'pull r.io/y:1', 'build'],
  })
})

test('an image without a name is pulled by the build', async () => {
  const nameless = { ...passing('EOF'), unpulled: { image: undefined, platform } }
  expect(await run(3, [nameless, lasting('unauthorized')])).toMatchObject({
    error: new BuildError('unauthorized'),
    done: ['build', 'build'],
  })
})

test('a signal ends the wait', async () => {
  const aborted = AbortSignal.abort()
  expect(await run(3, [passing('EOF')], [], aborted)).toMatchObject({
    error: expect.any(Interrupted),
    done: ['build'],
  })
})
