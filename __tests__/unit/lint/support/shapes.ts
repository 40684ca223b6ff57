import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Facts } from '../../../../src/lint/finding.js'

const folder = '__tests__/fixtures/dockerfiles'
const ENDING = '.Dockerfile'

/** What is not as in a build of amd64 and arm64 on amd64, with podman 5.8. */
const CIRCUMSTANCES: Record<string, Partial<Facts>> = {
  'go-multi-target': { target: 'release' },
  'php-fpm-nginx': { target: 'php' },
  'commit-argument-first': { moving: new Set(['COMMIT', 'BUILD_DATE']) },
}

/** Names of the shapes. */
export function shapes(): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(ENDING))
    .map((name) => name.slice(0, -ENDING.length))
}

/** The text of a shape. */
export function shape(name: string): string {
  return readFileSync(join(folder, `${name}${ENDING}`), 'utf8')
}

/** What is special about its build. */
export function circumstancesOf(name: string): Partial<Facts> {
  return CIRCUMSTANCES[name] ?? {}
}
