// A program of its own, so that what the client of GitHub's cache service does to its process does not matter: it goes by
// the current folder and GITHUB_WORKSPACE, writes its progress and its own annotations on standard output, can't be
// cancelled, and takes a third of a second to load. It reads a line with its settings, then requests, a line each, and
// answers each with a line. It ends when its input does.
import { AsyncLocalStorage } from 'node:async_hooks'
import { createInterface } from 'node:readline'
import type { BlobGetPropertiesResponse } from '@azure/storage-blob'
import type { ClientAnswer, ClientRequest, ClientSettings } from './actions-client.js'

const MOST_LINES = 200

const answer = process.stdout.write.bind(process.stdout)
const said = new AsyncLocalStorage<string[]>()

// All that the client says while it is at a request goes into that request's answer: nothing else tells why it failed.
// Its programs' output comes this way too.
const keep = (chunk: unknown) => {
  const lines = said.getStore()
  if (lines !== undefined && lines.length < MOST_LINES) lines.push(String(chunk))
  return true
}
process.stdout.write = keep as typeof process.stdout.write
process.stderr.write = keep as typeof process.stderr.write

const input = createInterface({ input: process.stdin })[Symbol.asyncIterator]()
const { env } = JSON.parse((await input.next()).value ?? '{"env":{}}') as ClientSettings
Object.assign(process.env, env)
const [{ restoreCache, saveCache }, { BlobClient }] = await Promise.all([
  import('@actions/cache'),
  import('@azure/storage-blob'),
])

// From Azure the client downloads 128 MB of each entry at a time into memory, for several entries at once. Where it can't tell
// an entry's length it streams it to the disk instead
// (https://github.com/actions/toolkit/blob/main/packages/cache/src/internal/downloadUtils.ts, downloadCacheStorageSDK).
BlobClient.prototype.getProperties = async () => ({}) as BlobGetPropertiesResponse

for (let line = await input.next(); !line.done; line = await input.next()) {
  const request = JSON.parse(line.value) as ClientRequest
  const lines: string[] = []
  void said.run(lines, async () => {
    const outcome = await perform(request)
    const whole = lines.join('').split(/\r?\n/)
    const told: ClientAnswer = { id: request.id, ...outcome, said: whole.filter((text) => text !== '') }
    answer(`${JSON.stringify(told)}\n`)
  })
}
process.exit(0)

async function perform(request: ClientRequest): Promise<Pick<ClientAnswer, 'key' | 'saved'>> {
  try {
    if (request.kind === 'save') return { saved: (await saveCache([request.path], request.key)) >= 0 }
    const { path, key, restoreKeys, lookupOnly } = request
    const matched = await restoreCache([path], key, [...restoreKeys], { lookupOnly })
    return matched === undefined ? {} : { key: matched }
  } catch (error) {
    process.stdout.write(`Failed: ${error instanceof Error ? error.message : String(error)}\n`)
    return {}
  }
}
