import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Terminal } from '@xterm/headless'
import { repository } from '../support/runner.js'
import { contextWith, expectNoLeftovers, freshName, minimal, own, temporaryFolder } from '../support/world.js'

// The command line on a pseudo-terminal of 100 columns, which script(1) makes; what a person would see is what a terminal emulator makes of it.

expectNoLeftovers()

const COLUMNS = 100
const SHOWN_CURSOR = '\u001b[?25h'
const HIDDEN_CURSOR = '\u001b[?25l'

interface Session {
  readonly exitCode: number | null
  readonly raw: string
  /** The screen after each change. */
  readonly screens: readonly string[]
  readonly last: string
}

async function onTerminal(
  args: readonly string[],
  env: Record<string, string>,
  whenShown?: { readonly text: RegExp; readonly act: (child: ChildProcess) => void },
): Promise<Session> {
  const terminal = new Terminal({ cols: COLUMNS, rows: 40, allowProposedApi: true, convertEol: false })
  const command = `stty cols ${COLUMNS} rows 40; exec "$NODE" dist/cli/index.js "$@"`
  // script(1) hands one text to a shell.
  const words = ['bash', '-c', command, 'bash', ...args].map((word) => `'${word.replaceAll("'", "'\\''")}'`)
  const { CI: _, NO_COLOR: __, ...inherited } = process.env
  const child = spawn('script', ['-qefc', words.join(' '), '/dev/null'], {
    cwd: repository,
    env: { ...inherited, TERM: 'xterm-256color', NODE: process.execPath, ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  let raw = ''
  const screens: string[] = []
  let acted = false
  const written: Promise<void>[] = []
  child.stdout!.setEncoding('utf8').on('data', (chunk: string) => {
    raw += chunk
    written.push(
      new Promise((done) =>
        terminal.write(chunk, () => {
          screens.push(screenOf(terminal))
          if (!acted && whenShown?.text.test(screens.at(-1)!)) {
            acted = true
            whenShown.act(child)
          }
          done()
        }),
      ),
    )
  })
  const exitCode = await new Promise<number | null>((done) => child.once('close', done))
  await Promise.all(written)
  return { exitCode, raw, screens, last: screens.at(-1) ?? '' }
}

function screenOf({ buffer }: Terminal): string {
  const { active } = buffer
  const lines = Array.from({ length: active.length }, (_, at) => active.getLine(at)!.translateToString(true))
  return lines.join('\n').trimEnd()
}

const options = (context: string, more: readonly string[] = []) => [
  'build',
  ...['--image', freshName(), '--tags', 'x', '--cache', 'off', '--platforms', `linux/${own}`],
  ...['--context', context, ...more],
]

const slow = (last: string) =>
  contextWith({ Dockerfile: `FROM ${minimal}\nRUN echo said; sleep 2\nRUN ${last}\nCOPY f /\n`, f: '' })

test('one line for each platform, and the whole log in a file', async () => {
  const state = temporaryFolder()
  const secrets = ['--secrets', 'token=s3cr3t-word']
  const context = slow('--mount=type=secret,id=token cat /run/secrets/token')
  const { exitCode, raw, screens, last } = await onTerminal(options(context, secrets), {
    XDG_STATE_HOME: state,
  })
  expect(exitCode).toBe(0)
  const running = new RegExp(`^\\S linux/${own} +0:\\d\\d  step 2/4: RUN echo said; sleep 2$`, 'm')
  expect(screens.some((screen) => running.test(screen))).toBe(true)
  // However often it was written, it is there once.
  expect(last.match(new RegExp(`linux/${own} +0:`, 'g'))).toHaveLength(1)
  expect(last).toMatch(new RegExp(`^✓ linux/${own} +0:\\d\\d  native$`, 'm'))
  expect(last.replaceAll('\n', '')).toMatch(/built \S+@sha256:[0-9a-f]{64}/)
  expect(last).not.toMatch(/STEP|s3cr3t/)
  expect(raw.lastIndexOf(SHOWN_CURSOR)).toBeGreaterThan(raw.lastIndexOf(HIDDEN_CURSOR))
  // Nobody is to be told where the log is when all went well.
  expect(last).not.toContain(state)
}, 120_000)

test('a failure says where the whole log is, which has all that was said and no secret', async () => {
  const state = temporaryFolder()
  const secrets = ['--secrets', 'token=s3cr3t-word']
  const context = slow('--mount=type=secret,id=token cat /run/secrets/token; exit 7')
  const { exitCode, last } = await onTerminal(options(context, secrets), { XDG_STATE_HOME: state })
  expect(exitCode).toBe(1)
  expect(last).toMatch(new RegExp(`^✗ linux/${own} +0:\\d\\d  step 3/4: RUN `, 'm'))
  expect(last.replaceAll('\n', '')).toContain('RUN failed: ')
  const path = new RegExp(`The whole log: (${state}/\\S+?\\.log)`).exec(last.replaceAll('\n', ''))![1]!
  const log = readFileSync(path, 'utf8')
  expect(log).toMatch(/STEP 2\/4: RUN echo said/)
  expect(log).toMatch(/^\[linux\/\w+ 0:\d\d\] said$/m)
  expect(log).toContain('RUN failed: ')
  expect(log).toContain('***')
  expect(log).not.toContain('s3cr3t')
  expect(statSync(path).mode & 0o777).toBe(0o600)
}, 120_000)

// The step takes longer than the test may.
test('Ctrl-C stops at once and cleanly', async () => {
  const context = contextWith({ Dockerfile: `FROM ${minimal}\nRUN sleep 600\n` })
  const { exitCode, raw, last } = await onTerminal(
    options(context),
    { XDG_STATE_HOME: temporaryFolder() },
    { text: /RUN sleep 600/, act: (child) => void child.stdin!.write('\u0003') },
  )
  expect(exitCode).toBe(130)
  expect(last).toMatch(new RegExp(`^■ linux/${own} `, 'm'))
  expect(last).toMatch(/interrupted/i)
  expect(raw.lastIndexOf(SHOWN_CURSOR)).toBeGreaterThan(raw.lastIndexOf(HIDDEN_CURSOR))
}, 120_000)

test('NO_COLOR: lines without colours; TERM=dumb, and CI: plain lines of all that is said', async () => {
  const context = contextWith({ Dockerfile: 'FROM scratch\nCOPY f /\n', f: '' })
  const state = { XDG_STATE_HOME: temporaryFolder() }
  const color = /\u001b\[3\dm/
  const colored = await onTerminal(options(context), state)
  expect(colored.raw).toMatch(color)
  const plain = await onTerminal(options(context), { ...state, NO_COLOR: '1' })
  expect(plain.raw).not.toMatch(color)
  expect(plain.last).toMatch(new RegExp(`^✓ linux/${own}`, 'm'))
  for (const env of [{ TERM: 'dumb' }, { CI: 'true' }]) {
    const { raw } = await onTerminal(options(context), { ...state, ...env })
    expect(raw).toMatch(new RegExp(`^\\[linux/${own} 0:\\d\\d\\] STEP 1/2: FROM scratch`, 'm'))
    expect(raw).not.toContain('\u001b')
  }
}, 120_000)

test('where no file can be kept all of the log is shown', async () => {
  const file = join(contextWith({ f: '' }), 'f')
  const context = contextWith({ Dockerfile: 'FROM scratch\nCOPY f /\n', f: '' })
  const { exitCode, last } = await onTerminal(options(context), { XDG_STATE_HOME: file })
  expect(exitCode).toBe(0)
  expect(last).toMatch(/^warning: the log can’t be kept in a file/m)
  expect(last).toMatch(/STEP 1\/2: FROM scratch/)
}, 120_000)
