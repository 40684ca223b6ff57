import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { capture, childEnvironment, endProcessesNaming, stream } from '../../../src/host/process.js'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'process-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function script(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, `#!/bin/sh\n${text}\n`)
  chmodSync(path, 0o755)
  return path
}

describe('capture', () => {
  test('gives both outputs and the exit code', async () => {
    const program = script('both', 'echo out; echo err >&2; exit 3')
    expect(await capture(program, [])).toEqual({ exitCode: 3, stdout: 'out\n', stderr: 'err\n' })
  })

  test('arguments are never a shell’s', async () => {
    const program = script('args', 'printf "%s|" "$@"')
    const nasty = ['a b', '$(id)', '`id`', '"', "'", '\\', '*', ';id', '', '-n', 'é']
    expect((await capture(program, nasty)).stdout).toBe(`${nasty.join('|')}|`)
  })

  test('input reaches the program; one that doesn’t read it harms nobody', async () => {
    expect((await capture(script('cat', 'cat'), [], { input: 'secret' })).stdout).toBe('secret\n')
    const big = 'x'.repeat(1 << 20)
    expect((await capture(script('deaf', 'exit 0'), [], { input: big })).exitCode).toBe(0)
  })

  test.each(['no-such-program', '/no/such/program'])('%s is a host’s error', async (program) => {
    await expect(capture(program, [])).rejects.toMatchObject({ name: 'HostError', exitCode: 3 })
  })
})

describe('stream', () => {
  test('hands over lines, whatever ends them', async () => {
    const lines: string[] = []
    const program = script('lines', 'printf "a\\nb\\r\\nc\\rd"; printf "e\\n" >&2')
    const { exitCode } = await stream(program, [], { onLine: (line, from) => lines.push(`${from}:${line}`) })
    expect(exitCode).toBe(0)
    expect(lines.sort()).toEqual(['stderr:e', 'stdout:a', 'stdout:b', 'stdout:c', 'stdout:d'])
  })

  test('a line without end is cut, not kept', async () => {
    const lines: string[] = []
    await stream(script('long', 'head -c 300000 /dev/zero | tr "\\0" x'), [], {
      onLine: (line) => lines.push(line),
    })
    expect(lines.length).toBeGreaterThan(1)
    expect(lines.join('')).toHaveLength(300_000)
  })

  test('a signal’s end has a shell’s exit code', async () => {
    expect((await stream(script('killed', 'kill -SEGV $$'), [])).exitCode).toBe(139)
  })

  test('cancelling ends what the program started too', async () => {
    const cancelled = new AbortController()
    const marker = `9${process.pid}`
    const program = script('family', `sleep ${marker} & echo started; wait`)
    const running = stream(program, [], { signal: cancelled.signal, onLine: () => cancelled.abort() })
    await expect(running).rejects.toMatchObject({ name: 'Interrupted', exitCode: 130 })
    await setTimeout(50)
    expect(execFileSync('ps', ['ax', '-o', 'args']).toString()).not.toContain(`sleep ${marker}`)
  })

  test('what is cancelled before is not started', async () => {
    const lines: string[] = []
    const options = { signal: AbortSignal.abort(), onLine: (line: string) => lines.push(line) }
    await expect(stream(script('echo', 'echo x'), [], options)).rejects.toMatchObject({ name: 'Interrupted' })
    expect(lines).toEqual([])
  })
})

test('children see no inputs, no runner’s tokens', () => {
  const secret = {
    INPUT_PASSWORD: 'x',
    ACTIONS_RUNTIME_TOKEN: 'x',
    GITHUB_TOKEN: 'x',
    GH_TOKEN: 'x',
    STATE_a: 'x',
  }
  expect(childEnvironment({ ...secret, KEPT: 'y', PATH: undefined })).toMatchObject({ KEPT: 'y' })
  for (const name of [...Object.keys(secret), 'PATH'])
    expect(childEnvironment({ ...secret, PATH: undefined })).not.toHaveProperty(name)
})

test('only programs that name the folder are ended', async () => {
  const program = script('waits', 'echo started; sleep 30')
  const start = (argument: string) => {
    const state = { ended: false }
    const started = new Promise<void>((resolve) => {
      void stream(program, [argument], { onLine: () => resolve() }).then(() => {
        state.ended = true
      })
    })
    return { state, started }
  }
  const [ours, other] = [start(`${folder}/ours/x`), start(`${folder}/ours-not/x`)]
  await Promise.all([ours.started, other.started])
  await endProcessesNaming([`${folder}/ours`])
  await setTimeout(200)
  expect([ours.state.ended, other.state.ended]).toEqual([true, false])
  await endProcessesNaming([`${folder}/ours-not`])
  await setTimeout(200)
  expect(other.state.ended).toBe(true)
})
