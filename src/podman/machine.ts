import { capture } from '../host/process.js'

/** One of podman's virtual machines, as `podman machine list --format json` has it. */
interface Machine {
  readonly Name: string
  readonly Default?: boolean
  readonly Running?: boolean
}

/** What podman's client says when it reaches no service. */
export function isUnreachable(said: string): boolean {
  return /connect to Podman/i.test(said)
}

/** The variable that makes podman a client of another machine's. */
function clientVariable(env: NodeJS.ProcessEnv): string | undefined {
  return ['CONTAINER_HOST', 'CONTAINER_CONNECTION'].find((name) => env[name])
}

/** Whether podman here is known to be a client before it is asked. */
export function isClient(env: NodeJS.ProcessEnv): boolean {
  return clientVariable(env) !== undefined || process.platform !== 'linux'
}

/** The one command that lets podman's client reach its service again. */
export async function serviceCure(env: NodeJS.ProcessEnv): Promise<string> {
  const given = clientVariable(env)
  if (given !== undefined)
    return `on that machine: systemctl --user enable --now podman.socket; or, to use podman here, unset ${given}`
  const { exitCode, stdout } = await capture('podman', ['machine', 'list', '--format', 'json'])
  const machines = exitCode === 0 ? machinesOf(stdout) : undefined
  if (machines === undefined) return 'run “podman info” to see the whole message'
  return machineCure(machines)
}

function machinesOf(stdout: string): Machine[] | undefined {
  try {
    return JSON.parse(stdout) as Machine[]
  } catch {
    return undefined
  }
}

/** The command that brings one of podman's virtual machines to work. */
export function machineCure(machines: readonly Machine[]): string {
  const machine = machines.find((each) => each.Default) ?? machines[0]
  if (machine === undefined) return 'podman machine init --cpus 4 --memory 8192 --disk-size 100 --now'
  // podman 4 marks the default one by an asterisk.
  const name = machine.Name.replace(/\*$/, '')
  const start = `podman machine start ${name}`
  return machine.Running ? `podman machine stop ${name} && ${start}` : start
}
