import type { IncomingMessage, ServerResponse } from 'node:http'

/** A blob of the storage behind the cache service. */
export interface StoredBlob {
  bytes: Buffer
  /** Parts that were sent but are in no list yet. */
  readonly blocks: Map<string, Buffer>
}

/** A block, a list of blocks, or a whole blob. */
export async function upload(
  request: IncomingMessage,
  url: URL,
  entry: StoredBlob,
  response: ServerResponse,
): Promise<void> {
  const bytes = await read(request)
  switch (url.searchParams.get('comp')) {
    case 'block':
      entry.blocks.set(url.searchParams.get('blockid')!, bytes)
      break
    case 'blocklist': {
      const ids = [...bytes.toString('utf8').matchAll(/<Latest>([^<]+)<\/Latest>/g)].map((match) => match[1]!)
      entry.bytes = Buffer.concat(ids.map((id) => entry.blocks.get(id)!))
      break
    }
    default:
      if (request.headers['x-ms-blob-type'] !== 'BlockBlob') {
        response.writeHead(400).end()
        return
      }
      entry.bytes = bytes
  }
  response
    .writeHead(201, { etag: '"1"', 'last-modified': new Date().toUTCString(), 'x-ms-request-id': '1' })
    .end()
}

/** A blob, or a range of it. */
export function download(request: IncomingMessage, { bytes }: StoredBlob, response: ServerResponse): void {
  const range = /^bytes=(\d+)-(\d*)$/.exec(
    String(request.headers['x-ms-range'] ?? request.headers.range ?? ''),
  )
  const start = Number(range?.[1] ?? 0)
  const end = range?.[2] ? Number(range[2]) + 1 : bytes.length
  const content = bytes.subarray(start, end)
  response.writeHead(range === null ? 200 : 206, {
    'content-length': content.length,
    etag: '"1"',
    ...(range && { 'content-range': `bytes ${start}-${start + content.length - 1}/${bytes.length}` }),
  })
  if (request.method === 'HEAD') response.end()
  else response.end(content)
}

/** The first half of a blob, with the length of all of it. */
export async function downloadHalf({ bytes }: StoredBlob, response: ServerResponse): Promise<void> {
  response.writeHead(200, { 'content-length': bytes.length })
  await new Promise((sent) => response.write(bytes.subarray(0, bytes.length / 2), sent))
}

/** Reads a body so far. */
export async function readSome(request: IncomingMessage, length: number): Promise<void> {
  let left = length
  for await (const chunk of request) {
    left -= (chunk as Buffer).length
    if (left <= 0) return
  }
}

/** Reads a body. */
export async function read(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
