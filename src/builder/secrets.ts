import { chmod, copyFile, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { InputError } from '../errors.js'
import type { Secret } from '../request/build-request.js'

/** A secret as podman takes it. */
export interface SecretFile {
  readonly id: string
  readonly file: string
}

/**
 * Writes secrets to files that only this user can read, so that none is in an argument or a variable.
 * @throws {InputError} when a file of the user's can't be read
 */
export async function writeSecrets(secrets: readonly Secret[], folder: string): Promise<SecretFile[]> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const files: SecretFile[] = []
  for (const [at, { id, source }] of secrets.entries()) {
    const file = join(folder, String(at))
    if ('text' in source) {
      await writeFile(file, source.text, { mode: 0o600 })
    } else {
      await copyFile(source.file, file).catch((cause) => {
        throw new InputError('secret-files', `${id}: ${source.file} can’t be read`, { cause })
      })
      await chmod(file, 0o600)
    }
    files.push({ id, file })
  }
  return files
}
