import type { Host } from './host.js'

/**
 * A host with the artifacts of its workflow run, where it is a job of one: only the runner knows, and tells actions alone. The doors that want
 * them say so, since the client is larger than all the rest.
 */
export function withArtifacts(host: Host, env: NodeJS.ProcessEnv): Host {
  if (!env.ACTIONS_RUNTIME_TOKEN || !env.ACTIONS_RESULTS_URL) return host
  return { ...host, artifacts: async () => new (await import('./artifacts.js')).RunArtifacts() }
}
