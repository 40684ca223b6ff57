import { statfs } from 'node:fs/promises'

/** Bytes that this user can still write to a folder's file system; undefined when that can't be told. */
export async function freeBytes(folder: string): Promise<number | undefined> {
  try {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize
  } catch {
    return undefined
  }
}
