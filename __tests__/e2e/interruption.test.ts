import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import pLimit from 'p-limit'
import { FaultProxy } from '../support/fault-proxy.js'
import { must, run, runStep, temporaryFolder } from '../support/runner.js'
import { build, contextWith, foldersOf, freshName, mustBuild, registry } from '../support/world.js'

// A run that is ended at any moment: what a runner sends when somebody cancels, and what it does when that takes too long.

/** After so many milliseconds the runner kills: https://github.com/actions/runner/blob/main/src/Runner.Sdk/ProcessInvoker.cs */
const PATIENCE = 7500
const POINTS = 20

const context = contextWith({
  Dockerfile: 'FROM scratch\nARG TARGETARCH\nCOPY shared /\nCOPY $TARGETARCH /own\n',
  shared: 'shared'.repeat(20_000),
  amd64: 'amd64',
  arm64: 'arm64',
})

/** A fresh repository; the last part of the name is in the image, as its title. */
const nameAt = (proxy: FaultProxy) => `${freshName(proxy.host)}/service`

let whole: string
let requests: number
let untilPush: number

beforeAll(async () => {
  const proxy = await FaultProxy.start(registry)
  const started = performance.now()
  let pushing: number | undefined
  // The second request: the first asks, before anything is built, whether the login is good.
  proxy.onRequest = (at) => {
    if (at === 2) pushing ??= performance.now()
  }
  whole = (await mustBuild({ image: nameAt(proxy), context })).outputs.digest!
  requests = proxy.seen.length
  untilPush = pushing! - started
  await proxy.stop()
  expect(requests).toBeGreaterThan(20)
}, 60_000)

/** Half of the points lie before the first request of the push, at equal times, half at requests of it. */
const points = Array.from({ length: POINTS }, (_, at) => at)
const isBeforePush = (at: number) => at < POINTS / 2
const shareOf = (at: number) => ((at % (POINTS / 2)) + 0.5) / (POINTS / 2)

/** A run that is sent a signal at a point. */
async function ended(at: number, signal: NodeJS.Signals) {
  const proxy = await FaultProxy.start(registry)
  const image = nameAt(proxy)
  const temp = join(temporaryFolder(), 'temp')
  mkdirSync(temp)
  const step = await build(
    { image, context },
    {
      env: { RUNNER_TEMP: temp },
      onStart: (child) => {
        const kill = () => {
          child.kill(signal)
          setTimeout(() => child.kill('SIGKILL'), PATIENCE).unref()
        }
        if (isBeforePush(at)) setTimeout(kill, shareOf(at) * untilPush)
        else {
          proxy.onRequest = (number) => number === Math.floor(shareOf(at) * requests) && kill()
        }
      },
    },
  )
  await proxy.stop()
  const path = image.slice(proxy.host.length + 1)
  const raw = await run([
    'skopeo',
    'inspect',
    '--tls-verify=false',
    '--raw',
    `docker://${registry}/${path}:test`,
  ])
  return { at, step, temp, isTagged: raw.exitCode === 0, path }
}

const atOnce = pLimit(2)
const left = (step: Parameters<typeof foldersOf>[0]) => foldersOf(step).filter((folder) => existsSync(folder))

test.each(['SIGINT', 'SIGTERM'] as const)(
  `%s at ${POINTS} points: in time, with nothing left, and no half of a tag`,
  async (signal) => {
    const all = await Promise.all(points.map((at) => atOnce(() => ended(at, signal))))
    for (const { at, step, isTagged, path } of all) {
      const outcome = { at, exitCode: step.exitCode, left: left(step) }
      // One that came after the tag was set ends as it would have.
      expect(outcome).toEqual({
        at,
        exitCode: isTagged && step.exitCode === 0 ? 0 : expect.any(Number),
        left: [],
      })
      if (step.exitCode !== 0) {
        // 143 and 130 by Node itself, before the step can listen.
        expect([128, 130]).toContain(step.exitCode)
        expect(step.outputs.digest).toBeUndefined()
      }
      if (isTagged) {
        const copied = await must([
          'skopeo',
          'inspect',
          '--tls-verify=false',
          '--format={{.Digest}}',
          `docker://${registry}/${path}:test`,
        ])
        expect(copied.trim()).toBe(whole)
      }
      for (const folder of foldersOf(step)) expect((await run(['pgrep', '-f', folder])).stdout).toBe('')
    }
    expect(all.filter(({ step }) => step.exitCode === 130).length).toBeGreaterThan(POINTS / 2)
  },
  300_000,
)

test(`SIGKILL at ${POINTS} points: post removes what is left, and there is no half of a tag`, async () => {
  const all = await Promise.all(points.map((at) => atOnce(() => ended(at, 'SIGKILL'))))
  for (const { step, temp, isTagged, path } of all) {
    const state: Record<string, string> =
      step.state.workspace === undefined ? {} : { STATE_workspace: step.state.workspace }
    const post = await runStep('post', { env: { RUNNER_TEMP: temp, ...state } })
    expect(post).toMatchObject({ exitCode: 0, annotations: [] })
    expect(left(step)).toEqual([])
    for (const folder of foldersOf(step)) expect((await run(['pgrep', '-f', folder])).stdout).toBe('')
    if (!isTagged) continue
    const copied = await must([
      'skopeo',
      'inspect',
      '--tls-verify=false',
      '--format={{.Digest}}',
      `docker://${registry}/${path}:test`,
    ])
    expect(copied.trim()).toBe(whole)
  }
  expect(all.filter(({ step }) => step.exitCode === 137).length).toBeGreaterThan(POINTS / 2)
}, 300_000)
