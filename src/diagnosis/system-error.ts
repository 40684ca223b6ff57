import { HostError, messageOf } from '../errors.js'

const CAUSES: Readonly<Record<string, readonly [what: string, cure: string]>> = {
  ENOSPC: ['the disk is full', 'free space there, or set TMPDIR and podman’s storage to a larger disk'],
  EDQUOT: ['this user’s share of the disk is used up', 'free space, or ask for more'],
  EACCES: [
    'this user may not use a file or folder',
    'give the user access to it, or set TMPDIR and XDG_CACHE_HOME to other folders',
  ],
  ENOTDIR: [
    'a file is in the way of a folder',
    'remove the file, or set TMPDIR and XDG_CACHE_HOME to other folders',
  ],
  EROFS: ['a folder is read-only', 'set TMPDIR to a folder that can be written to'],
  EMFILE: ['this process may not open more files', 'raise the limit: ulimit -n 4096'],
}

/** The failure that an error of the operating system stands for; undefined when it is none of the machine's. */
export function asHostError(error: unknown): HostError | undefined {
  const { code } = (error ?? {}) as { code?: unknown }
  const known = typeof code === 'string' ? CAUSES[code] : undefined
  return known && new HostError(`${known[0]}: ${messageOf(error)}`, { cure: known[1], cause: error })
}
