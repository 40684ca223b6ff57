import { InputError } from '../errors.js'
import { parsePlatform } from '../oci/platform.js'
import type { Annotation } from './build-request.js'

const LEVELS =
  /^((?:manifest|index)(?:-descriptor)?(?:\[[^\]]*\])?(?:,(?:manifest|index)(?:-descriptor)?(?:\[[^\]]*\])?)*):(.*)$/

/**
 * Annotations as docker/build-push-action writes them: `key=value` of the manifests, `index:key=value`,
 * `manifest,index:key=value`, `manifest[linux/arm64]:key=value`.
 * @throws {InputError} for anything else
 */
export function parseAnnotations(lines: readonly string[], defaultLevel: 'manifest' | 'index'): Annotation[] {
  return lines.flatMap((line) => {
    const match = LEVELS.exec(line)
    const assignment = match ? match[2]! : line
    const equals = assignment.indexOf('=')
    if (equals < 1)
      throw new InputError('annotations', `${JSON.stringify(line)} is not of the form name=value`)
    const key = assignment.slice(0, equals).trim()
    const value = assignment.slice(equals + 1)
    return (match?.[1] ?? defaultLevel)
      .split(',')
      .map((level) => ({ ...parseLevel(level, line), key, value }))
  })
}

function parseLevel(text: string, line: string): Pick<Annotation, 'level' | 'platform'> {
  const [, level, platform] = /^([a-z-]+)(?:\[([^\]]*)\])?$/.exec(text)!
  if (level !== 'manifest' && level !== 'index') {
    throw new InputError('annotations', `${JSON.stringify(line)}: annotations of descriptors can't be set`, {
      cure: 'use the prefix manifest: or index:',
    })
  }
  if (platform === undefined) return { level }
  if (level === 'index') {
    throw new InputError('annotations', `${JSON.stringify(line)}: an index has no platform`)
  }
  try {
    return { level, platform: parsePlatform(platform).text }
  } catch (cause) {
    throw new InputError('annotations', `${JSON.stringify(line)}: ${(cause as Error).message}`, { cause })
  }
}
