import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { InputError, messageOf } from '../errors.js'
import { parseRepository, type Repository, splitName } from '../oci/reference.js'
import type { Login } from './build-request.js'
import type { InputName } from './contract.js'
import { completeInputs } from './inputs.js'
import { parseLogins, passwords } from './logins.js'
import { boolean, items, lines, wholeNumber } from './values.js'

/** What is to be inspected, and how it is reached. */
export interface InspectRequest {
  /** As it was typed. */
  readonly text: string
  readonly from:
    | { readonly kind: 'layout'; readonly folder: string; readonly name: string | undefined }
    /** `reference`: a tag or digest */
    | { readonly kind: 'registry'; readonly repository: Repository; readonly reference: string }
  readonly logins: readonly Login[]
  readonly tlsVerify: boolean
  readonly retries: number
  readonly verifyAllow: readonly string[]
}

/** Options of `inspect`: those inputs that have a meaning without a build. */
export const INSPECT_OPTIONS = [
  'registry',
  'username',
  'password',
  'tls-verify',
  'retries',
  'verify-allow',
] as const satisfies readonly InputName[]

/**
 * Reads the arguments of `inspect`.
 * @throws {InputError}
 */
export function parseInspectRequest(
  positional: readonly string[],
  given: Readonly<Record<string, string>>,
): InspectRequest {
  const [text] = positional
  if (text === undefined || positional.length > 1) {
    throw new InputError('command', `inspect wants one image, not ${positional.length}`, {
      cure: 'name an image, such as quay.io/organisation/name:1.0, or the folder of an OCI layout',
    })
  }
  const inputs = completeInputs(given)
  const foreign = Object.keys(given).find((name) => !INSPECT_OPTIONS.some((option) => option === name))
  if (foreign !== undefined) {
    throw new InputError(foreign, 'is no option of inspect', { cure: `use ${INSPECT_OPTIONS.join(', ')}` })
  }
  const from = parseSource(text)
  return {
    text,
    from,
    logins: parseLogins(
      lines(inputs, 'registry'),
      lines(inputs, 'username'),
      passwords(inputs),
      from.kind === 'registry' ? [from.repository] : [],
      true,
    ),
    tlsVerify: boolean(inputs, 'tls-verify'),
    retries: wholeNumber(inputs, 'retries', 1, 100),
    verifyAllow: items(inputs, 'verify-allow'),
  }
}

function parseSource(text: string): InspectRequest['from'] {
  const layout = /^oci:(.+)$/s.exec(text)?.[1]
  const path = layout ?? text
  if (existsSync(join(path, 'oci-layout'))) return { kind: 'layout', folder: resolve(path), name: undefined }
  if (layout !== undefined) {
    // As in containers-transports(5), `oci:path[:reference]`.
    const [, folder, name] = /^(.+?)(?::([^/:]+))?$/s.exec(layout)!
    return { kind: 'layout', folder: resolve(folder!), name }
  }
  if (/^[./]/.test(text))
    throw new InputError('command', `${JSON.stringify(text)} is no folder with an OCI layout`)
  try {
    return parseImage(text.replace(/^docker:\/\//, ''))
  } catch (cause) {
    throw new InputError('command', messageOf(cause), {
      cure: 'name the image in full, such as quay.io/organisation/name:1.0',
      cause,
    })
  }
}

function parseImage(text: string): InspectRequest['from'] {
  const { name, tag, digest } = splitName(text)
  return { kind: 'registry', repository: parseRepository(name), reference: digest ?? tag ?? 'latest' }
}
