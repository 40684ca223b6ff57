import * as zlib from 'node:zlib'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { pack } from 'tar-stream'
import { proofBinary } from '../../../src/emulation/proof.js'
import { UnreadableLayer } from '../../../src/verify/layer.js'
import { FileTree } from '../../../src/verify/tree.js'
import { layer, read, tar, tree } from './support/layers.js'

const text = (content: string) => `#!${content}`
const scripts = (files: FileTree) =>
  [...files.files()]
    .map(
      ({ path, content }) => `${path}${content.kind === 'script' ? content.firstLine : ` ${content.kind}`}`,
    )
    .sort()

describe('reading a layer', () => {
  test('plain, with gzip, in chunks of any size', async () => {
    const bytes = await tar({ 'bin/app': proofBinary('s390x'), 'etc/run': text('/bin/app'), f: 'x' })
    for (const chunk of [100, 511, 512, 513, 1 << 20]) {
      for (const blob of [bytes, gzipSync(bytes)]) {
        const entries = await read(blob, chunk)
        expect(entries.map(({ path }) => path.join('/'))).toEqual(['bin/app', 'etc/run', 'f'])
        expect(entries[0]!.content).toMatchObject({ kind: 'elf', elf: { machine: 22 } })
      }
    }
  })

  test('zstd where this Node can, and a typed error where it can’t', async () => {
    const { zstdCompressSync } = zlib as { zstdCompressSync?: (bytes: Buffer) => Buffer }
    if (zstdCompressSync) {
      expect(await read(zstdCompressSync(await tar({ f: 'x' })))).toHaveLength(1)
    } else {
      await expect(read(Buffer.from('28b52ffd00000000', 'hex'))).rejects.toThrow(/compressed with zstd/)
    }
  })

  test.each([
    ['nothing', Buffer.alloc(0), 0],
    ['zeros', Buffer.alloc(1024), 0],
  ])('%s is an empty layer', async (_name, blob, count) => {
    expect(await read(blob)).toHaveLength(count)
  })

  test.each([
    ['no tar', Buffer.alloc(2000, 'x')],
    ['gzip that is cut off', gzipSync(Buffer.alloc(100_000, 'y')).subarray(0, 60)],
    ['gzip of no tar', gzipSync(Buffer.alloc(2000, 'x'))],
  ])('%s is refused', async (_name, blob) => {
    await expect(read(blob)).rejects.toThrow(UnreadableLayer)
  })

  test('a tar that ends within a file', async () => {
    const bytes = await tar({ f: 'x'.repeat(5000) })
    await expect(read(bytes.subarray(0, 3000))).rejects.toThrow(UnreadableLayer)
  })

  test('a header of absurd length, and a size that is none', async () => {
    const bytes = await tar({ f: 'x' })
    bytes.write('77777777777 ', 124, 'latin1')
    bytes.write('        ', 148, 'latin1')
    const sum = bytes.subarray(0, 512).reduce((total, byte) => total + byte, 0)
    bytes.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1')
    await expect(read(bytes)).rejects.toThrow(UnreadableLayer)
    const archive = pack()
    archive.entry({ name: 'f', pax: { size: '-5' } }, 'x')
    archive.finalize()
    const chunks: Buffer[] = []
    for await (const chunk of archive) chunks.push(chunk as Buffer)
    await expect(read(Buffer.concat(chunks))).rejects.toThrow(UnreadableLayer)
  })

  test('paths that leave the tree, or are too long or too deep, are not taken', async () => {
    const entries = await layer({
      '../evil': 'x',
      'a/../../evil': 'x',
      '/abs/./f': 'x',
      [`${'d/'.repeat(300)}f`]: 'x',
      ['n'.repeat(5000)]: 'x',
    })
    expect(entries.map(({ path }) => path.join('/'))).toEqual(['abs/f'])
  })

  test('whatever is changed in a layer: entries or the typed error', async () => {
    const bytes = await tar({
      'bin/app': proofBinary('arm64'),
      l: { to: 'bin/app' },
      h: { hard: 'l' },
      d: 'directory',
    })
    const edits = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 0, max: 255 })), {
      maxLength: 6,
    })
    await fc.assert(
      fc.asyncProperty(edits, fc.boolean(), async (changes, compressed) => {
        const changed = Buffer.from(bytes)
        for (const [at, value] of changes) changed[at] = value
        try {
          const files = FileTree.of([await read(compressed ? gzipSync(changed) : changed)])
          for (const { path } of files.files()) files.find(path)
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadableLayer)
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('the tree that layers make', () => {
  test('files of the upper layer win; whiteouts hide what is below, in whatever order', async () => {
    const files = await tree(
      { 'a/1': text('base'), 'a/2': text('base'), 'b/1': text('base'), c: text('base') },
      { 'a/2': text('upper'), 'a/.wh.1': '', 'b/new': text('upper'), 'b/.wh..wh..opq': '', '.wh.c': '' },
    )
    expect(scripts(files)).toEqual(['/a/2#!upper', '/b/new#!upper'])
  })

  test('a whiteout does not hide what its own layer has', async () => {
    const files = await tree({ f: text('base') }, { f: text('upper'), '.wh.f': '' })
    expect(scripts(files)).toEqual(['/f#!upper'])
  })

  test('a file takes the place of a folder, and the other way round', async () => {
    const files = await tree(
      { 'a/x': text('one'), b: text('two') },
      { a: text('three'), 'b/y': text('four') },
    )
    expect(scripts(files)).toEqual(['/a#!three', '/b/y#!four'])
  })

  test('links: absolute, relative, through folders, in a loop, to nowhere, out of the tree', async () => {
    const files = await tree({
      'usr/lib/x/libc.so': text('libc'),
      lib: { to: 'usr/lib' },
      'lib64/libc.so': { to: '/lib/x/libc.so' },
      'opt/rel': { to: '../lib/./x/../x/libc.so' },
      'opt/out': { to: '../../../../lib/x/libc.so' },
      'loop/a': { to: 'b' },
      'loop/b': { to: 'a' },
      'loop/self': { to: 'self/self' },
      nowhere: { to: '/not/there' },
      'hard/one': { hard: 'usr/lib/x/libc.so' },
      'hard/none': { hard: 'not/there' },
    })
    for (const path of ['/lib/x/libc.so', '/lib64/libc.so', '/opt/rel', '/opt/out', 'lib//x/libc.so']) {
      expect(files.find(path)).toMatchObject({ path: '/usr/lib/x/libc.so' })
    }
    expect(files.find('/hard/one')).toMatchObject({ path: '/hard/one', content: { firstLine: '#!libc' } })
    for (const path of [
      '/loop/a',
      '/loop/self',
      '/nowhere',
      '/hard/none',
      '/usr',
      '/',
      '',
      '/usr/lib/x/libc.so/f',
    ]) {
      expect(files.find(path)).toBeUndefined()
    }
  })

  test('a layer that goes through a link of the layer below, as on distributions with merged /usr', async () => {
    const files = await tree(
      { 'usr/lib/a': text('lower'), lib: { to: 'usr/lib' } },
      { 'lib/b': text('upper') },
    )
    expect(scripts(files)).toEqual(['/usr/lib/a#!lower', '/usr/lib/b#!upper'])
    expect(files.find('/lib/b')?.path).toBe('/usr/lib/b')
  })
})
