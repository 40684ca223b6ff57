import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { gitFacts } from '../../../src/request/git.js'
import { withGit } from '../../../src/request/git-program.js'
import { completeInputs } from '../../../src/request/inputs.js'
import { originTags } from '../../../src/request/origin-tags.js'
import { Repositories } from './support/repository.js'

const repositories = new Repositories()
afterAll(() => repositories.remove())

const IS_LISTING = 'case " $* " in *" ls-remote "*) ;; *) exec "$REAL" "$@" ;; esac\n'

/** An environment in which listing does as a shell script says, and all else as Git does. */
function environment(listing: string): NodeJS.ProcessEnv {
  return { ...repositories.env, PATH: repositories.pathWithGit(IS_LISTING + listing) }
}

const ask = (clone: string, env: NodeJS.ProcessEnv, limitMs?: number) => {
  const surroundings = { env, signal: new AbortController().signal }
  return withGit(clone, surroundings, (git) => originTags(git, surroundings, limitMs))
}

test('a signal ends the question at once, with all that it started', async () => {
  const { clone } = repositories.create('v1.0.0')
  const pid = repositories.path('pid')
  const env = environment(`sleep 25 & echo $! > ${pid}; wait`)
  const cancelled = new AbortController()
  const asked = gitFacts(completeInputs({ context: clone }), { env, signal: cancelled.signal })
  const outcome = expect(asked).rejects.toMatchObject({ name: 'Interrupted', exitCode: 130 })
  while (!existsSync(pid)) await sleep(20)
  await sleep(500)
  const begun = performance.now()
  cancelled.abort()
  await outcome
  expect(performance.now() - begun).toBeLessThan(2000)
  expect(isRunning(Number(readFileSync(pid, 'utf8')))).toBe(false)
})

test('a signal ends the wait between two tries', async () => {
  const { clone } = repositories.create('v1.0.0')
  const tries = repositories.path('tries')
  const env = environment(`echo x >> ${tries}; exit 128`)
  const cancelled = new AbortController()
  const asked = gitFacts(completeInputs({ context: clone }), { env, signal: cancelled.signal })
  const outcome = expect(asked).rejects.toMatchObject({ name: 'Interrupted' })
  while (!existsSync(tries)) await sleep(10)
  cancelled.abort()
  await outcome
  expect(readFileSync(tries, 'utf8')).toBe('x\n')
})

test('a signal that fired already asks nothing', async () => {
  const { clone } = repositories.create()
  const signal = AbortSignal.abort()
  await expect(
    gitFacts(completeInputs({ context: clone }), { env: repositories.env, signal }),
  ).rejects.toMatchObject({
    name: 'Interrupted',
  })
})

test('an origin that doesn’t answer in time is unknown', async () => {
  const { clone } = repositories.create('v1.0.0')
  const begun = performance.now()
  expect(await ask(clone, environment('exec sleep 25'), 500)).toBeUndefined()
  expect(performance.now() - begun).toBeLessThan(5000)
})

test('a failure that passes is tried again', async () => {
  const { clone } = repositories.create('v1.0.0')
  const failed = repositories.path('failed')
  const env = environment(`[ -e ${failed}2 ] && exec "$REAL" "$@"
    [ -e ${failed} ] && touch ${failed}2; touch ${failed}; exit 128`)
  expect(await ask(clone, env)).toEqual(['v1.0.0'])
})

test('one that stays is unknown after three tries', async () => {
  const { clone } = repositories.create('v1.0.0')
  const tries = repositories.path('tries')
  writeFileSync(tries, '')
  expect(await ask(clone, environment(`echo x >> ${tries}; exit 128`))).toBeUndefined()
  expect(readFileSync(tries, 'utf8')).toBe('x\nx\nx\n')
})

test('without an origin nobody is asked', async () => {
  const { clone } = repositories.create('v1.0.0')
  repositories.git(clone, 'remote', 'remove', 'origin')
  const tries = repositories.path('tries')
  expect(await ask(clone, environment(`touch ${tries}; exit 128`))).toBeUndefined()
  expect(existsSync(tries)).toBe(false)
})

describe('nothing asks a question', () => {
  const listing = (file: string) =>
    environment(`echo "$GIT_TERMINAL_PROMPT $GIT_SSH_COMMAND" > ${file}; exec "$REAL" "$@"`)

  test.each([
    ['ssh’s own', {}, '0 ssh -oBatchMode=yes'],
    ['unless the user has another command', { GIT_SSH_COMMAND: 'ssh -v' }, '0 ssh -v'],
    ['or program', { GIT_SSH: '/usr/bin/ssh' }, '0'],
  ])('%s', async (_, own, expected) => {
    const { clone } = repositories.create('v1.0.0')
    const file = repositories.path('asked')
    await ask(clone, { ...listing(file), ...own })
    expect(readFileSync(file, 'utf8').trim()).toBe(expected)
  })

  test('nor is a key lost that the repository’s configuration names', async () => {
    const { clone } = repositories.create('v1.0.0')
    repositories.git(clone, 'config', 'core.sshCommand', 'ssh -i key')
    const file = repositories.path('asked')
    await ask(clone, listing(file))
    expect(readFileSync(file, 'utf8').trim()).toBe('0')
  })
})

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ')
  } catch {
    return false
  }
}
