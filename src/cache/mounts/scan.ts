import { Failure } from '../../errors.js'
import { byPath, MOST_ENTRIES } from './entry.js'
import { type Access, runAsOwner } from './namespace.js'

/** A file, folder or link as it is on the disk; of hard links the first name is the file. */
export interface Found {
  readonly type: 'file' | 'directory' | 'symlink' | 'hardlink'
  readonly path: string
  readonly mode: number
  readonly uid: number
  readonly gid: number
  readonly mtime: string
  readonly size: number
  readonly target?: string
  /** Seconds since 1970 of the last read and the last change that the file system noted. */
  readonly atime: number
  readonly ctime: number
}

const TYPES: Readonly<Record<string, Found['type'] | undefined>> = { f: 'file', d: 'directory', l: 'symlink' }
const FIELDS = ['%y', '%m', '%U', '%G', '%s', '%i', '%n', '%T@', '%A@', '%C@']

/**
 * Everything below a folder, in the order of the paths. Sockets, pipes and devices are left out.
 * @throws {Failure} when it can't be read, or holds names that aren't UTF-8
 */
export async function scan(access: Access, folder: string): Promise<Found[]> {
  const raw: { found: Found; inode: string }[] = []
  const take = (head: string, path: string, target: string) => {
    const [letter, mode, uid, gid, size, inode, links, mtime, atime, ctime] = head.split(' ')
    const type = TYPES[letter!]
    if (type === undefined) return
    if (path.includes('\ufffd') || target.includes('\ufffd')) {
      throw new Failure('it has file names that are not UTF-8')
    }
    if (raw.length >= MOST_ENTRIES) throw new Failure(`it has more than ${MOST_ENTRIES} files`)
    raw.push({
      inode: type === 'file' && Number(links) > 1 ? inode! : '',
      found: {
        type,
        path,
        // As in an index: nobody's cache needs files that run as another user.
        mode: Number.parseInt(mode!, 8) & (type === 'directory' ? 0o3777 : 0o777),
        uid: Number(uid),
        gid: Number(gid),
        mtime: normalTime(mtime!),
        size: type === 'file' ? Number(size) : 0,
        ...(type === 'symlink' && { target }),
        atime: Number(atime),
        ctime: Number(ctime),
      },
    })
  }
  await runAsOwner(access, ['find', folder, '-xdev', '-printf', `${FIELDS.join(' ')}\\0%P\\0%l\\0`], {
    output: async (stdout) => {
      stdout.setEncoding('utf8')
      let rest: string[] = ['']
      for await (const chunk of stdout) {
        const parts = (chunk as string).split('\0')
        rest[rest.length - 1] += parts[0]!
        rest.push(...parts.slice(1))
        const whole = rest.length - 1 - ((rest.length - 1) % 3)
        for (let at = 0; at < whole; at += 3) take(rest[at]!, rest[at + 1]!, rest[at + 2]!)
        rest = rest.slice(whole)
      }
    },
  })
  raw.sort((a, b) => byPath(a.found, b.found))
  return withHardLinks(raw)
}

function withHardLinks(raw: readonly { found: Found; inode: string }[]): Found[] {
  const first = new Map<string, string>()
  return raw.map(({ found, inode }) => {
    const target = inode === '' ? undefined : first.get(inode)
    if (target !== undefined) return { ...found, type: 'hardlink', size: 0, target }
    if (inode !== '') first.set(inode, found.path)
    return found
  })
}

/** find prints ten decimals, of which a file system has nine; times before 1970 become 1970. */
function normalTime(text: string): string {
  const [seconds = '0', decimals = ''] = text.split('.')
  return seconds.startsWith('-') ? '0.000000000' : `${seconds}.${decimals.padEnd(9, '0').slice(0, 9)}`
}
