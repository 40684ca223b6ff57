import { saveLeftovers } from '../cache/session.js'
import type { Host } from '../host/host.js'
import { registryClient } from '../pipeline/site.js'
import { completeInputs, givenInputs } from '../request/inputs.js'
import { parseLogins, passwords } from '../request/logins.js'
import { lines } from '../request/values.js'

// Longer than what is worth keeping takes, and short enough for a job that waits for it.
const LONGEST_MS = 10 * 60_000
const TRIES = 3

/** Saves what the main part of the step has put aside. */
export async function saveCache(state: string, host: Host): Promise<void> {
  const surroundings = { host, env: process.env, signal: AbortSignal.timeout(LONGEST_MS) }
  await saveLeftovers(state, {
    ...surroundings,
    registryClient: ({ loginHosts, tlsVerify }) => {
      // The runner evaluates the inputs again for this part, so that no password need be in a file.
      const inputs = completeInputs(givenInputs(process.env))
      const given = passwords(inputs)
      for (const password of given) host.mask(password)
      const logins = parseLogins(loginHosts, lines(inputs, 'username'), given, [], false)
      return registryClient({ logins, tlsVerify, retries: TRIES }, surroundings)
    },
  })
}
