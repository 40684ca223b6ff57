import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { pipe } from '../../../src/host/process.js'

const collect = (chunks: Buffer[]) => async (stdout: Readable) => {
  for await (const chunk of stdout) chunks.push(chunk as Buffer)
}

test('bytes go in and out as they are', async () => {
  const chunks: Buffer[] = []
  const bytes = Buffer.from(Array.from({ length: 100_000 }, (_, at) => (at * 7) % 256))
  const ended = await pipe('cat', [], {
    input: (stdin) => pipeline(Readable.from([bytes, bytes]), stdin),
    output: collect(chunks),
  })
  expect(ended).toEqual({ exitCode: 0, stderr: '' })
  expect(Buffer.concat(chunks).equals(Buffer.concat([bytes, bytes]))).toBe(true)
})

test('what a program says of its failure counts more than the broken pipe', async () => {
  const ended = await pipe('sh', ['-c', 'echo full >&2; exit 2'], {
    input: (stdin) => pipeline(Readable.from([Buffer.alloc(10_000_000)]), stdin),
  })
  expect(ended).toEqual({ exitCode: 2, stderr: 'full\n' })
})

test('it ends when what it writes is refused', async () => {
  const refuse = async (stdout: Readable) => {
    for await (const _ of stdout) throw new Error('refused')
  }
  await expect(pipe('cat', ['/dev/zero'], { output: refuse })).rejects.toThrow('refused')
})

test('it ends when there is nothing more to write', async () => {
  await expect(
    pipe('cat', [], { input: () => Promise.reject(new Error('broken')), output: collect([]) }),
  ).rejects.toThrow('broken')
})

test('it can be cancelled, and may not be there', async () => {
  const controller = new AbortController()
  const ended = pipe('sleep', ['100'], { signal: controller.signal })
  controller.abort()
  await expect(ended).rejects.toMatchObject({ name: 'Interrupted' })
  await expect(pipe('no-such-program', [], {})).rejects.toMatchObject({ name: 'HostError' })
})
