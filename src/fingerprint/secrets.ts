import { scrypt } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { messageOf } from '../errors.js'
import { Unreadable } from './file-reader.js'

const hash: (password: Buffer, salt: string, length: number) => Promise<Buffer> = promisify(scrypt)

/**
 * Secrets as they go into keys. Keys are stored and shown, and many secrets could be guessed, so it is a slow hash; its salt is
 * fixed, since keys of two runs are compared.
 */
export class SecretHashes {
  private readonly hashes = new Map<string, Promise<string>>()

  constructor(private readonly files: readonly { readonly id: string; readonly file: string }[]) {}

  /** The hash of a secret, or that there is none. */
  of(id: string): Promise<string> {
    const known = this.hashes.get(id)
    if (known !== undefined) return known
    const file = this.files.findLast((each) => each.id === id)?.file
    const found = file === undefined ? Promise.resolve('none') : hashOf(id, file)
    this.hashes.set(id, found)
    return found
  }
}

async function hashOf(id: string, file: string): Promise<string> {
  const content = await readFile(file).catch((error) => {
    throw new Unreadable(`the secret ${id} can’t be read: ${messageOf(error)}`)
  })
  return (await hash(content, `multiarch-build secret ${id}`, 32)).toString('hex')
}
