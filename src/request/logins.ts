import { InputError } from '../errors.js'
import type { Repository } from '../oci/reference.js'
import type { Login } from './build-request.js'
import type { Values } from './inputs.js'
import { lines } from './values.js'

/** The passwords: one a line, or with a single user name the whole text, since a JSON key has several lines. */
export function passwords(inputs: Values<'username' | 'password'>): string[] {
  if (lines(inputs, 'username').length > 1) return lines(inputs, 'password')
  const whole = inputs.password.trim()
  return whole === '' ? [] : [whole]
}

/**
 * The logins of `registry`, `username` and `password`, which may hold several in the same order. Secrets are empty in
 * pull requests from forks: where nothing is pushed, an incomplete login is then none.
 * @throws {InputError} when they don't fit together
 */
export function parseLogins(
  registries: readonly string[],
  usernames: readonly string[],
  passwords: readonly string[],
  repositories: readonly Repository[],
  needed: boolean,
): Login[] {
  if (!needed && (usernames.length === 0 || passwords.length === 0)) return []
  if (usernames.length === 0 && passwords.length === 0) {
    if (registries.length === 0) return []
    throw new InputError('registry', 'is given without username and password', {
      cure: 'give all three, or none to use the logins that podman or Docker already have',
    })
  }
  if (usernames.length !== passwords.length) {
    const missing = usernames.length < passwords.length ? 'username' : 'password'
    throw new InputError(
      missing,
      `there are ${usernames.length} user names and ${passwords.length} passwords`,
      {
        cure:
          missing === 'password'
            ? 'a secret that is not defined, or not given to pull requests from forks, is empty'
            : 'give a user name for each password',
      },
    )
  }
  const hosts =
    registries.length > 0 ? registries : [...new Set(repositories.map((repository) => repository.registry))]
  if (hosts.length !== usernames.length) {
    throw new InputError(
      'registry',
      `there are ${hosts.length} registries and ${usernames.length} user names`,
      {
        cure: 'give registry, username and password one a line, in the same order',
      },
    )
  }
  return hosts.map((host, at) => ({
    registry: registryHost(host),
    username: usernames[at]!,
    password: passwords[at]!,
  }))
}

function registryHost(text: string): string {
  const host = text.replace(/^https?:\/\//, '').replace(/\/(v[12]\/?)?$/, '')
  if (/^[A-Za-z0-9.\-[\]:]+$/.test(host)) return host.toLowerCase()
  throw new InputError('registry', `${JSON.stringify(text)} is no registry host`)
}
