import { parseDockerfile } from '../../../../src/dockerfile/parse.js'
import type { Facts, Finding } from '../../../../src/lint/finding.js'
import { findings } from '../../../../src/lint/findings.js'
import { parsePlatform } from '../../../../src/oci/platform.js'

const platforms = ['linux/amd64', 'linux/arm64'].map(parsePlatform)

/** A build of the default platforms on an amd64 machine with a current podman. */
export function factsOf(text: string, more: Partial<Facts> = {}): Facts {
  return {
    dockerfile: parseDockerfile(text, 'Dockerfile'),
    text,
    target: undefined,
    platforms,
    emulated: platforms.slice(1),
    buildPlatform: platforms[0]!,
    podman: '5.8.6',
    format: 'oci',
    args: new Map(),
    moving: new Set(),
    basesNotThere: [],
    copies: [],
    ignoreFile: '.dockerignore',
    ineffective: undefined,
    ...more,
  }
}

/** What is found in a Dockerfile's text. */
export function found(text: string, more: Partial<Facts> = {}): Finding[] {
  return findings(factsOf(text, more))
}

/** Findings in short: `line rule`. */
export function inShort(text: string, more: Partial<Facts> = {}): string[] {
  return found(text, more).map(({ location, rule }) => `${location.line} ${rule}`)
}
