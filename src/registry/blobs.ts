import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { isDigest } from '../oci/digest.js'
import type { Repository } from '../oci/reference.js'
import type { Descriptor } from '../oci/types.js'
import type { Answer } from './answer.js'
import type { RepositoryCall, Session } from './session.js'

/** Whether a repository holds a blob, asked with the right to read or to push. */
export async function hasBlob(
  session: Session,
  repository: Repository,
  descriptor: Descriptor,
  action: 'pull' | 'push',
): Promise<boolean> {
  const call = blobCall('HEAD', repository, descriptor, action)
  const answer = await session.send(call)
  if (answer.status === 404) {
    answer.destroy()
    return false
  }
  if (answer.status !== 200) throw await session.refusal(call, answer)
  await answer.discard()
  const { contentLength = descriptor.size } = answer
  const digest = answer.header('docker-content-digest') ?? descriptor.digest
  if (contentLength === descriptor.size && digest === descriptor.digest) {
    // A health page may come without a length: then nothing speaks for the blob, and uploading it does no harm.
    return answer.contentLength !== undefined || answer.header('docker-content-digest') !== undefined
  }
  throw session.unexpected(call, answer, 'what is there has another size or digest')
}

/** A blob's content; the stream fails at its end when it isn't what the descriptor says. */
export async function getBlob(
  session: Session,
  repository: Repository,
  descriptor: Descriptor,
): Promise<Readable> {
  const call = blobCall('GET', repository, descriptor, 'pull')
  const answer = await session.send(call)
  if (answer.status !== 200) throw await session.refusal(call, answer)
  const { contentLength = descriptor.size } = answer
  if (contentLength !== descriptor.size)
    throw session.unexpected(call, answer, `with ${contentLength} bytes instead of ${descriptor.size}`)
  const content = Readable.from(checked(session, call, answer, descriptor), { objectMode: false })
  // A generator that was never started would not let go of the connection.
  return content.on('close', () => answer.destroy())
}

async function* checked(
  session: Session,
  call: RepositoryCall,
  answer: Answer,
  { digest, size }: Descriptor,
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
  let read = 0
  for await (const chunk of answer.chunks()) {
    read += chunk.length
    if (read > size) break
    hash.update(chunk)
    yield chunk
  }
  const found = `sha256:${hash.digest('hex')}`
  if (read !== size)
    throw session.lasting(call, `the blob has not the ${size} bytes that its descriptor says`)
  if (found !== digest) throw session.lasting(call, `the blob's digest is ${found}`)
}

function blobCall(
  method: 'GET' | 'HEAD',
  repository: Repository,
  { digest }: Descriptor,
  action: 'pull' | 'push',
): RepositoryCall {
  if (!isDigest(digest)) throw new Error(`not a digest: ${JSON.stringify(digest)}`)
  return { method, repository, target: `blobs/${digest}`, object: `blob ${digest}`, action }
}
