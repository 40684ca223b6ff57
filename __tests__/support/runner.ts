import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's folder. */
export const repository = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')

const folders: string[] = []
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A folder that is removed when the file's tests have ended. */
export function temporaryFolder(prefix = 'test-'): string {
  const folder = mkdtempSync(join(tmpdir(), prefix))
  folders.push(folder)
  return folder
}

/** How a program ended. */
export interface Ended {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
}

/** How a step ended, with the files that a runner reads afterwards. */
export interface StepEnded extends Ended {
  readonly outputs: Readonly<Record<string, string>>
  readonly state: Readonly<Record<string, string>>
  readonly summary: string
  readonly annotations: readonly {
    readonly level: string
    readonly properties: string
    readonly message: string
  }[]
}

export interface StepOptions {
  readonly inputs?: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly cwd?: string
  /** Program that runs the bundle; the tests' own Node otherwise. */
  readonly node?: readonly string[]
  /** Called with the running program. */
  readonly onStart?: (child: ReturnType<typeof spawn>) => void
  readonly onOutput?: (text: string, child: ReturnType<typeof spawn>) => void
}

/** Starts a program and waits for its end. */
export function run(
  command: readonly string[],
  options: Omit<StepOptions, 'inputs' | 'node'> & {
    readonly input?: string
    /** Of what the program prints; latin1 keeps every byte. */
    readonly encoding?: BufferEncoding
  } = {},
): Promise<Ended> {
  const [program, ...args] = command
  return new Promise((done, fail) => {
    const child = spawn(program!, args, {
      cwd: options.cwd ?? repository,
      env: { ...process.env, ...options.env } as NodeJS.ProcessEnv,
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    const text = { stdout: '', stderr: '' }
    for (const name of ['stdout', 'stderr'] as const) {
      child[name]!.setEncoding(options.encoding ?? 'utf8').on('data', (chunk: string) => {
        text[name] += chunk
        options.onOutput?.(chunk, child)
      })
    }
    child.stdin!.on('error', () => undefined).end(options.input ?? '')
    child.on('error', fail)
    child.on('close', (code, signal) =>
      done({ exitCode: code ?? (signal === 'SIGKILL' ? 137 : 128), ...text }),
    )
    options.onStart?.(child)
  })
}

/** Like {@link run}, but fails on a non-zero exit. */
export async function must(
  command: readonly string[],
  options: Parameters<typeof run>[1] = {},
): Promise<string> {
  const ended = await run(command, options)
  if (ended.exitCode !== 0) {
    throw new Error(`${command.join(' ')} ended with ${ended.exitCode}\n${ended.stdout}\n${ended.stderr}`)
  }
  return ended.stdout
}

/** Variables by which a runner would disturb a test that is itself run in a workflow. */
function withoutRunner(): Record<string, undefined> {
  const names = Object.keys(process.env).filter((name) => /^(GITHUB|RUNNER|INPUT|ACTIONS|STATE)_/.test(name))
  return Object.fromEntries(names.map((name) => [name, undefined]))
}

/** Runs an entry of the bundle as a runner does: inputs and files by the environment, default values filled in. */
export async function runStep(
  entry: 'build' | 'post' | 'merge' | 'plan',
  options: StepOptions = {},
): Promise<StepEnded> {
  const folder = temporaryFolder('runner-')
  const files = Object.fromEntries(
    ['GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_STEP_SUMMARY'].map((name) => [
      name,
      join(folder, name),
    ]),
  )
  for (const path of Object.values(files)) writeFileSync(path, '')
  const temp = options.env?.RUNNER_TEMP ?? join(folder, 'temp')
  mkdirSync(temp, { recursive: true })
  const inputs = Object.fromEntries(
    Object.entries(options.inputs ?? {}).map(([name, value]) => [
      `INPUT_${name.toUpperCase().replaceAll(' ', '_')}`,
      value,
    ]),
  )
  const ended = await run(
    [...(options.node ?? [process.execPath]), join(repository, 'dist', entry, 'index.js')],
    {
      ...options,
      env: {
        ...withoutRunner(),
        GITHUB_ACTIONS: 'true',
        RUNNER_TEMP: temp,
        GITHUB_EVENT_NAME: 'push',
        GITHUB_REF: 'refs/heads/topic',
        ...files,
        ...inputs,
        ...options.env,
      },
    },
  )
  return {
    ...ended,
    outputs: readCommands(files.GITHUB_OUTPUT!),
    state: readCommands(files.GITHUB_STATE!),
    summary: readFileSync(files.GITHUB_STEP_SUMMARY!, 'utf8'),
    annotations: [...ended.stdout.matchAll(/^::(error|warning|notice)( [^:]*)?::(.*)$/gm)].map((match) => ({
      level: match[1]!,
      properties: (match[2] ?? '').trim(),
      message: match[3]!.replaceAll('%0A', '\n').replaceAll('%25', '%'),
    })),
  }
}

/** Reads `name<<delimiter` and `name=value` entries as the runner does. */
export function readCommands(path: string): Record<string, string> {
  const found: Record<string, string> = {}
  const text = readFileSync(path, 'utf8')
  const entry = /^([^\n=]+?)<<(\S+)\n([\s\S]*?)\n?\2$|^([^\n=]+)=(.*)$/gm
  for (const [, name, , long, key, value] of text.matchAll(entry)) found[(name ?? key)!] = (long ?? value)!
  return found
}

/** Runs the command line. */
export function runCli(args: readonly string[], options: Omit<StepOptions, 'inputs'> = {}): Promise<Ended> {
  return run(
    [...(options.node ?? [process.execPath]), join(repository, 'dist', 'cli', 'index.js'), ...args],
    {
      ...options,
      env: { ...withoutRunner(), XDG_CACHE_HOME: temporaryFolder('cache-'), ...options.env },
    },
  )
}
