import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pLimit from 'p-limit'
import { FaultProxy } from '../support/fault-proxy.js'
import { must, run, runStep, type StepEnded, temporaryFolder } from '../support/runner.js'
import {
  authRegistry,
  build,
  contextWith,
  foldersOf,
  freshName,
  login,
  mustBuild,
  rawManifest,
} from '../support/world.js'

// A run that is ended at any moment: what a runner sends when somebody cancels, and what it does when that takes too long.

/** After so many milliseconds the runner kills: https://github.com/actions/runner/blob/main/src/Runner.Sdk/ProcessInvoker.cs */
const PATIENCE = 7500
const POINTS = 20
const TAGS = ['one', 'two']

const creds = `${login.username}:${login.password}`
const secrets = [login.password, Buffer.from(creds).toString('base64')]

/** A base image that wants a login too, and is small, since every run pulls it. */
const base = `${freshName(authRegistry)}:test`

function contextOf(shared: string): string {
  return contextWith({
    Dockerfile: `FROM scratch AS files
ARG TARGETARCH
COPY $TARGETARCH /own

FROM ${base}
LABEL org.opencontainers.image.description="a service"
ENV SERVICE_PORT=8080
COPY --from=files /own /srv/own
COPY shared /srv/
WORKDIR /srv
USER 1001
CMD ["/srv/own"]
`,
    shared: shared.repeat(20_000),
    amd64: 'amd64',
    arm64: 'arm64',
  })
}

const context = contextOf('shared')
/** Logins for the base image and, where it is another, for the host of the image. */
function inputsFor(image: string) {
  const hosts = [...new Set([image.split('/')[0]!, authRegistry])]
  const forEach = (text: string) => hosts.map(() => text).join('\n')
  const logins = { username: forEach(login.username), password: forEach(login.password) }
  return { image, context, tags: TAGS.join('\n'), registry: hosts.join('\n'), ...logins }
}

/** A fresh repository; the last part of the name is in the image, as its title. */
const freshPath = () => `${freshName(authRegistry)}/service`.slice(authRegistry.length + 1)

let old: string
let whole: string
let requests: number
let untilPush: number
/** Repositories where the tags stand on an older image. */
const seeded = Array.from({ length: 3 * (POINTS / 2) + 4 }, freshPath)

beforeAll(async () => {
  const image = seeded.map((path) => `${authRegistry}/${path}`).join('\n')
  const files = contextWith({ Dockerfile: 'FROM scratch\nCOPY base /etc/\n', base: 'base' })
  await afterwards(await mustBuild({ image: base.replace(/:test$/, ''), context: files, ...login }))
  const older = await mustBuild({ ...inputsFor(image), context: contextOf('older') })
  await afterwards(older)
  old = older.outputs.digest!
  const proxy = await FaultProxy.start(authRegistry)
  const started = performance.now()
  let pushing: number | undefined
  // The third request: the first two ask, before anything is built, whether the login is good.
  proxy.onRequest = (at) => {
    if (at === 2) pushing ??= performance.now()
  }
  const step = await mustBuild(inputsFor(`${proxy.host}/${seeded.pop()}`))
  await afterwards(step)
  whole = step.outputs.digest!
  requests = proxy.seen.length
  untilPush = pushing! - started
  await proxy.stop()
  expect(requests).toBeGreaterThan(20)
}, 600_000)

/**
 * Half of the points lie before the first request of the push, at equal times, half at requests of it. The last is the
 * moment at which all is published, the logins are left for later steps, and the step has yet to end.
 */
const points = Array.from({ length: POINTS + 1 }, (_, at) => at)
const isBeforePush = (at: number) => at < POINTS / 2
const shareOf = (at: number) => ((at % (POINTS / 2)) + 0.5) / (POINTS / 2)

/** Files below a folder in which somebody could read the login. */
function loginsIn(folder: string): string[] {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name))
  return paths.filter((path) => {
    // A file can go while the run goes on.
    const found = statSync(path, { throwIfNoEntry: false })
    if (!found?.isFile() || found.size > 64 * 1024) return false
    const text = readFileSync(path, 'latin1')
    return secrets.some((secret) => text.includes(secret))
  })
}

/** A run that is sent a signal at a point. */
async function ended(at: number, signal: NodeJS.Signals) {
  const proxy = await FaultProxy.start(authRegistry)
  const path = isBeforePush(at) ? freshPath() : seeded.pop()!
  const image = `${proxy.host}/${path}`
  const temp = join(temporaryFolder(), 'temp')
  mkdirSync(temp)
  let hadLogins = false
  const kill = (child: { kill: (signal: NodeJS.Signals) => unknown }) => {
    hadLogins = loginsIn(temp).length > 0
    child.kill(signal)
    setTimeout(() => child.kill('SIGKILL'), PATIENCE).unref()
  }
  const step = await build(inputsFor(image), {
    env: { RUNNER_TEMP: temp },
    onStart: (child) => {
      if (isBeforePush(at)) setTimeout(kill, shareOf(at) * untilPush, child)
      else if (at < POINTS)
        proxy.onRequest = (number) => number === Math.floor(shareOf(at) * requests) && kill(child)
    },
    onOutput: (text, child) => {
      if (at === POINTS && text.includes(`pushed ${image}@`)) kill(child)
    },
  })
  await proxy.stop()
  const tags = await Promise.all(TAGS.map((tag) => digestOf(path, tag)))
  return { at, step, temp, image, path, tags, hadLogins }
}

type Interrupted = Awaited<ReturnType<typeof ended>>

/** The digest of a tag, by an independent client, which reads all of a new image. */
async function digestOf(path: string, tag: string): Promise<string | undefined> {
  const read = () => rawManifest(`${authRegistry}/${path}:${tag}`, creds)
  // The registry may still be at a request of the killed run, and has answered 500 then. What stays so is an error.
  const raw = await read().catch(() => sleep(2000).then(read))
  if (raw === undefined) return undefined
  const digest = `sha256:${createHash('sha256').update(raw).digest('hex')}`
  if (digest === whole && tag === TAGS[0]) {
    const options = ['--src-tls-verify=false', `--src-creds=${creds}`]
    const reference = `docker://${authRegistry}/${path}:${tag}`
    await must(['skopeo', 'copy', '-q', '--all', ...options, reference, `dir:${temporaryFolder()}`])
  }
  return digest
}

/** Each tag is absent or the old index, or the new one, and the second is not new before the first. */
function expectTags({ at, tags, step, image }: Interrupted): void {
  const before = isBeforePush(at) ? undefined : old
  expect([
    [before, before],
    [whole, before],
    [whole, whole],
  ]).toContainEqual(tags)
  // What is said to stand does.
  for (const [number, tag] of TAGS.entries())
    if (step.exitCode !== 0 && step.summary.includes(`${image}:${tag}`)) expect(tags[number]).toBe(whole)
  // One that ended well has its outputs; one that was killed may have them already, but never before all stands.
  if (step.exitCode !== 0 && step.outputs.digest === undefined) return
  expect({ at, tags, outputs: step.outputs }).toEqual({
    at,
    tags: [whole, whole],
    outputs: expect.objectContaining({
      digest: whole,
      tags: TAGS.map((tag) => `${image}:${tag}`).join('\n'),
    }),
  })
}

/** Runs the post part, which a runner does however the step ended. */
async function afterwards(step: Pick<StepEnded, 'state'>, temp?: string): Promise<void> {
  const state: Record<string, string> =
    step.state.workspace === undefined ? {} : { STATE_workspace: step.state.workspace }
  const post = await runStep('post', { env: { ...(temp && { RUNNER_TEMP: temp }), ...state } })
  expect(post).toMatchObject({ exitCode: 0, annotations: [] })
  expect(left(step)).toEqual([])
}

const atOnce = pLimit(2)
const left = (step: Parameters<typeof foldersOf>[0]) => foldersOf(step).filter((folder) => existsSync(folder))

test.each(['SIGINT', 'SIGTERM'] as const)(
  `%s at ${POINTS + 1} points: in time, with nothing left, and no half of a tag`,
  async (signal) => {
    const all = await Promise.all(points.map((at) => atOnce(() => ended(at, signal))))
    for (const each of all) {
      const { at, step, temp } = each
      expectTags(each)
      if (step.outputs.digest !== undefined) {
        // It came after all was published: only what later steps read is left, for the post part.
        expect(loginsIn(temp)).toEqual([join(step.outputs['docker-config']!, 'config.json')])
        await afterwards(step, temp)
      } else {
        // 143 and 130 by Node itself, before the step can listen.
        expect([128, 130]).toContain(step.exitCode)
      }
      expect({ at, left: left(step), logins: loginsIn(temp) }).toEqual({ at, left: [], logins: [] })
      for (const folder of foldersOf(step)) expect((await run(['pgrep', '-f', folder])).stdout).toBe('')
    }
    expect(all.filter(({ step }) => step.exitCode === 130).length).toBeGreaterThan(POINTS / 2)
    expect(all.filter(({ hadLogins }) => hadLogins).length).toBeGreaterThan(POINTS / 2)
  },
  600_000,
)

test(`SIGKILL at ${POINTS + 1} points: post removes what is left, and there is no half of a tag`, async () => {
  const all = await Promise.all(points.map((at) => atOnce(() => ended(at, 'SIGKILL'))))
  const isLeft = all.filter(({ temp }) => loginsIn(temp).length > 0)
  expect(isLeft.length).toBeGreaterThan(POINTS / 2)
  for (const each of all) {
    const { at, step, temp } = each
    expectTags(each)
    await afterwards(step, temp)
    expect({ at, logins: loginsIn(temp) }).toEqual({ at, logins: [] })
    for (const folder of foldersOf(step)) expect((await run(['pgrep', '-f', folder])).stdout).toBe('')
  }
  expect(all.filter(({ step }) => step.exitCode === 137).length).toBeGreaterThan(POINTS / 2)
}, 600_000)
