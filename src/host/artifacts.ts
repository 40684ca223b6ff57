import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Artifact, DefaultArtifactClient } from '@actions/artifact'
import pLimit from 'p-limit'
import { Failure, HostError, messageOf } from '../errors.js'
import type { Artifacts } from './host.js'

// What is handed over is compressed already, and read once.
const UNCOMPRESSED = 0
const AT_ONCE = 8

/** The artifacts of this workflow run. */
export class RunArtifacts implements Artifacts {
  readonly #client = new DefaultArtifactClient()

  async replace(name: string, folder: string): Promise<void> {
    await asked('handed over', async () => {
      const earlier = (await this.#client.listArtifacts()).artifacts.some((each) => each.name === name)
      if (earlier) await this.#client.deleteArtifact(name)
      await this.#client.uploadArtifact(name, await filesBelow(folder), folder, {
        compressionLevel: UNCOMPRESSED,
      })
    })
  }

  async fetch(prefix: string, folder: string): Promise<string[]> {
    return asked('fetched', async () => {
      const { artifacts } = await this.#client.listArtifacts({ latest: true })
      const wanted = artifacts.filter(({ name }) => name.startsWith(prefix))
      const limit = pLimit(AT_ONCE)
      await Promise.all(wanted.map((each) => limit(() => this.#fetchOne(each, join(folder, each.name)))))
      return wanted.map(({ name }) => name).sort()
    })
  }

  async #fetchOne({ id, name, digest }: Artifact, folder: string): Promise<void> {
    await mkdir(folder, { recursive: true })
    const { digestMismatch } = await this.#client.downloadArtifact(id, {
      path: folder,
      ...(digest !== undefined && { expectedHash: digest }),
    })
    if (digestMismatch) throw new Failure(`the artifact ${name} has other bytes than were uploaded`)
  }
}

async function asked<T>(what: string, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (cause) {
    throw new HostError(`what legs say can’t be ${what} as artifacts: ${messageOf(cause)}`, {
      cause,
      cure: 'run the job again; on GitHub Enterprise Server, which has no such artifacts, pass the output digests of the legs to the input digests',
    })
  }
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}
