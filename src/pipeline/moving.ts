import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { Moving } from '../dockerfile/volatile.js'
import { argumentValues } from './arguments.js'
import type { Site } from './site.js'

const COMMIT = /^[0-9a-f]{7,40}$/
// 2026-01-31T10:20:30Z and the like; seconds since 1970.
const TIME = /^\d{4}-\d\d-\d\d([T _]\d\d:?\d\d.*)?$|^1[5-9]\d{8}$/
// https://docs.github.com/en/actions/reference/workflows-and-actions/variables
const OF_A_RUN = ['GITHUB_SHA', 'GITHUB_RUN_ID', 'GITHUB_RUN_NUMBER', 'GITHUB_REF_NAME', 'GITHUB_HEAD_REF']

/** What of a build most commits change. */
export function moving({ request, env: own }: Pick<Site, 'request' | 'env'>, env: NodeJS.ProcessEnv): Moving {
  const values = [...argumentValues(request.build.buildArgs, own)]
  return {
    isFolder: (source) => isFolder(request.context, source),
    args: new Set(
      values.filter(([, value]) => value !== undefined && namesARun(value, env)).map(([name]) => name),
    ),
  }
}

function namesARun(value: string, env: NodeJS.ProcessEnv): boolean {
  if (COMMIT.test(value) && /\d/.test(value) && /[a-f]/.test(value)) return true
  return TIME.test(value) || OF_A_RUN.some((name) => env[name] !== '' && env[name] === value)
}

// What isn't there by that name is a pattern or has variables in it: for what it finds a look at its beginning must do.
function isFolder(context: string, source: string): boolean {
  if (source.includes('**')) return true
  const found = statSync(join(context, source.replace(/^\/+/, '')), { throwIfNoEntry: false })
  return found?.isDirectory() ?? source.includes('$')
}
