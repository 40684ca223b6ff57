import { readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { InputError } from '../errors.js'

/** Names of a Dockerfile that none was named of. */
export const DEFAULT_NAMES = ['Containerfile', 'Dockerfile'] as const

/**
 * The absolute path of the context.
 * @throws {InputError} when it is no folder
 */
export function contextPath(context: string): string {
  if (isAddress(context)) {
    throw new InputError('context', `${JSON.stringify(context)} is an address; only a folder can be built`, {
      cure: 'check the repository out first (actions/checkout) and name the folder',
    })
  }
  const path = resolve(context)
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat?.isDirectory()) return path
  throw new InputError('context', `${JSON.stringify(context)} is ${stat ? 'no folder' : 'not there'}`, {
    cure: stat ? 'name a folder' : 'check the path, and that the repository was checked out before this step',
  })
}

/** Whether a context is an address rather than a folder. */
export function isAddress(context: string): boolean {
  return /^(https?|git|ssh):\/\/|^git@|\.git(#|$)/.test(context)
}

/**
 * The absolute path of the Dockerfile: the one named, else `Containerfile` or `Dockerfile` of the context.
 * @throws {InputError} when there is none, or when there are two that differ (podman and Docker pick differently)
 */
export function dockerfilePath(file: string, context: string): string {
  if (file !== '') {
    const path = resolve(file)
    if (isFile(path)) return path
    const inContext = join(context, file)
    throw new InputError('file', `${JSON.stringify(file)} is no file`, {
      cure: isFile(inContext)
        ? `the path counts from the working folder, not from the context: write ${JSON.stringify(inContext)}`
        : 'check the path; it counts from the working folder, not from the context',
    })
  }
  const found = DEFAULT_NAMES.map((name) => join(context, name)).filter(isFile)
  if (found.length === 0) {
    throw new InputError('file', `there is neither Containerfile nor Dockerfile in ${context}`, {
      cure: 'name the Dockerfile with the input file',
    })
  }
  if (found.length === 2 && readFileSync(found[0]!, 'utf8') !== readFileSync(found[1]!, 'utf8')) {
    throw new InputError('file', `Containerfile and Dockerfile in ${context} differ`, {
      cure: 'podman would take the one and Docker the other: name one of them with the input file',
    })
  }
  return found[0]!
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}
