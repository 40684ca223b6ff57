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
  /** Variables and folders of programs that it set for later steps. */
  readonly exported: Readonly<Record<string, string>>
  readonly paths: readonly string[]
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
export function withoutRunner(): Record<string, undefined> {
  const names = Object.keys(process.env).filter((name) => /^(GITHUB|RUNNER|INPUT|ACTIONS|STATE)_/.test(name))
  return Object.fromEntries(names.map((name) => [name, undefined]))
}

/** Runs an entry of the bundle as a runner does: inputs and files by the environment, default values filled in. */
export function runStep(
  entry: 'build' | 'post' | 'merge' | 'plan',
  options: StepOptions = {},
): Promise<StepEnded> {
  const program = join(repository, 'dist', entry, 'index.js')
  return runAsStep([...(options.node ?? [process.execPath]), program], {
    ...options,
    env: { GITHUB_EVENT_NAME: 'push', GITHUB_REF: 'refs/heads/topic', ...options.env },
  })
}

/** Runs a program as a runner does, and reads the files that it leaves. */
export async function runAsStep(
  command: readonly string[],
  options: Omit<StepOptions, 'node'> = {},
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
  const ended = await run(command, {
    ...options,
    env: {
      ...withoutRunner(),
      GITHUB_ACTIONS: 'true',
      RUNNER_TEMP: temp,
      ...files,
      ...inputVariables(options.inputs ?? {}),
      ...options.env,
    },
  })
  const text = (name: string) => readFileSync(files[name]!, 'utf8')
  return {
    ...ended,
    outputs: parseFileCommands(text('GITHUB_OUTPUT')),
    state: parseFileCommands(text('GITHUB_STATE')),
    exported: parseFileCommands(text('GITHUB_ENV')),
    paths: text('GITHUB_PATH').split('\n').filter(Boolean),
    summary: text('GITHUB_STEP_SUMMARY'),
    annotations: [...ended.stdout.matchAll(/^::(error|warning|notice)( [^:]*)?::(.*)$/gm)].map((match) => ({
      level: match[1]!,
      properties: (match[2] ?? '').trim(),
      message: match[3]!.replaceAll('%0A', '\n').replaceAll('%25', '%'),
    })),
  }
}

function inputVariables(inputs: Readonly<Record<string, string>>): Record<string, string> {
  const variable = (name: string) => `INPUT_${name.toUpperCase().replaceAll(' ', '_')}`
  return Object.fromEntries(Object.entries(inputs).map(([name, value]) => [variable(name), value]))
}

/**
 * Reads `name=value` lines and `name<<delimiter` entries as the runner does, which fails the step at any other line
 * (https://github.com/actions/runner/blob/main/src/Runner.Worker/FileCommandManager.cs).
 */
export function parseFileCommands(text: string): Record<string, string> {
  const found: Record<string, string> = {}
  const lines = text.split(/\r?\n/)
  for (let line = lines.shift(); line !== undefined; line = lines.shift()) {
    const [, name, sign, rest] = /^(.*?)(=|<<)(.*)$/.exec(line) ?? []
    if (line === '') continue
    if (name === undefined || name === '') throw new Error(`a runner can’t read the line ${line}`)
    found[name] = sign === '=' ? rest! : takeUntil(lines, rest!)
  }
  return found
}

function takeUntil(lines: string[], delimiter: string): string {
  const end = lines.indexOf(delimiter)
  if (end < 0) throw new Error(`a runner finds no ${delimiter} at the end of a value`)
  return lines
    .splice(0, end + 1)
    .slice(0, -1)
    .join('\n')
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
