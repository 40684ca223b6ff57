import { InputError } from '../errors.js'
import { type Platform, parsePlatform } from '../oci/platform.js'
import type { RemoteAddress } from './build-request.js'
import type { Values } from './inputs.js'
import { lines } from './values.js'

const ADDRESS = /^(?:ssh|unix|tcp):\/\/\S+$/
// https://github.com/containers/podman/blob/v5.8.0/docs/source/markdown/podman-system-connection-add.1.md
const CONNECTION = /^[\w][\w.-]*$/

/**
 * The machines of `builders`: `platform=ssh://…`, or the name of a connection of podman's.
 * @throws {InputError}
 */
export function parseBuilders(
  inputs: Values<'builders'>,
  platforms: readonly Platform[],
): Map<string, RemoteAddress> {
  const found = new Map<string, RemoteAddress>()
  for (const line of lines(inputs, 'builders')) {
    const at = line.indexOf('=')
    const platform = platformOf(line.slice(0, Math.max(at, 0)).trim(), line)
    const name = line.slice(at + 1).trim()
    if (!platforms.some(({ text }) => text === platform.text)) {
      throw new InputError('builders', `${platform.text} is none of the platforms that are built`)
    }
    if (found.has(platform.text)) throw new InputError('builders', `${platform.text} has two`)
    found.set(platform.text, { name, arguments: addressOf(name) })
  }
  return found
}

function platformOf(text: string, line: string): Platform {
  try {
    return parsePlatform(text)
  } catch (cause) {
    throw new InputError('builders', `${JSON.stringify(line)} is not of the form platform=address`, {
      cause,
      cure: 'write linux/arm64=ssh://user@host/run/podman/podman.sock, or the name of a connection',
    })
  }
}

function addressOf(name: string): string[] {
  if (ADDRESS.test(name)) return [`--url=${name}`]
  if (CONNECTION.test(name)) return [`--connection=${name}`]
  throw new InputError(
    'builders',
    `${JSON.stringify(name)} is neither an address nor the name of a connection`,
    {
      cure: 'write ssh://user@host/run/podman/podman.sock, unix:///path, or a name of podman system connection list',
    },
  )
}
