import type { Readable } from 'node:stream'
import type { Repository } from '../oci/reference.js'
import type { Descriptor } from '../oci/types.js'
import type { Answer } from './answer.js'
import { apiName } from './hosts.js'
import { RequestError } from './request-error.js'
import { isPassingStatus } from './retry.js'
import type { RepositoryCall, Session } from './session.js'

// Registries on object storage copy a large upload to its place before they answer.

/** A blob on its way into a repository. */
export interface BlobUpload {
  readonly repository: Repository
  readonly descriptor: Descriptor
  /** Content from its beginning. */
  readonly open: () => Readable
  readonly mountFrom?: Repository | undefined
}

/**
 * Mounts a blob from another repository or uploads it by POST and PUT.
 * https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pushing-blobs
 * @throws {RequestError} when the registry refuses or fails; nothing was stored then
 */
export async function pushBlob(session: Session, upload: BlobUpload): Promise<'mounted' | 'uploaded'> {
  const location = (await mount(session, upload)) ?? (await begin(session, upload))
  if (location === 'mounted') return 'mounted'
  await put(session, upload, location)
  return 'uploaded'
}

/** `mounted`; or where to upload to, when the registry opened an upload instead; undefined when it did neither. */
async function mount(session: Session, upload: BlobUpload): Promise<'mounted' | URL | undefined> {
  const { repository, descriptor, mountFrom } = upload
  if (!mountFrom || mountFrom.registry !== repository.registry || mountFrom.path === repository.path)
    return undefined
  const query = `?mount=${descriptor.digest}&from=${encodeURIComponent(apiName(mountFrom))}`
  const call = { ...postCall(upload, query), source: mountFrom }
  try {
    const answer = await session.send(call)
    if (answer.status !== 201) return await uploadLocation(session, call, answer)
    await answer.discard()
    return 'mounted'
  } catch (error) {
    // Not being allowed to read the other repository is no reason not to upload.
    const { status = 0 } = error instanceof RequestError ? error : {}
    if (status >= 400 && !isPassingStatus(status)) return undefined
    throw error
  }
}

async function begin(session: Session, upload: BlobUpload): Promise<URL> {
  const call = postCall(upload, '')
  return uploadLocation(session, call, await session.send(call))
}

async function uploadLocation(session: Session, call: RepositoryCall, answer: Answer): Promise<URL> {
  if (answer.status >= 300) throw await session.refusal(call, answer)
  if (answer.status !== 202 || answer.header('location') === undefined) {
    throw session.unexpected(call, answer, 'no upload was opened')
  }
  await answer.discard()
  return session.locationOf(answer, call)
}

async function put(session: Session, upload: BlobUpload, location: URL): Promise<void> {
  const { repository, descriptor } = upload
  const opened: Readable[] = []
  const open = () => {
    const content = upload.open()
    opened.push(content)
    return content
  }
  const call: RepositoryCall = {
    method: 'PUT',
    repository,
    target: withDigest(location, descriptor.digest),
    object: `blob ${descriptor.digest}`,
    action: 'push',
    headers: { 'content-type': 'application/octet-stream' },
    body: { open, size: descriptor.size },
    commits: true,
  }
  try {
    const answer = await session.send(call)
    if (answer.status >= 300) throw await session.refusal(call, answer)
    // Some registries answer another 2xx than the spec's 201; a health page has neither of these headers.
    const taken = answer.header('docker-content-digest') ?? answer.header('location')
    if (answer.status !== 201 && taken === undefined)
      throw session.unexpected(call, answer, 'the blob was not taken')
    await answer.discard()
  } finally {
    for (const content of opened) content.destroy()
  }
}

function postCall({ repository, descriptor }: BlobUpload, query: string): RepositoryCall {
  return {
    method: 'POST',
    repository,
    target: `blobs/uploads/${query}`,
    object: `upload of blob ${descriptor.digest}`,
    action: 'push',
    body: Buffer.alloc(0),
  }
}

// The registry's own query must come back letter by letter (it may be signed), which URLSearchParams would not keep.
function withDigest(location: URL, digest: string): URL {
  const url = new URL(location)
  url.search = `${url.search}${url.search === '' ? '?' : '&'}digest=${encodeURIComponent(digest)}`
  return url
}
