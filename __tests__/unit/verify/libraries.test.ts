import type { Elf } from '../../../src/verify/elf.js'
import { loadLibraries } from '../../../src/verify/libraries.js'
import { FileTree } from '../../../src/verify/tree.js'

interface Linked {
  readonly needs?: readonly string[]
  readonly rpath?: readonly string[]
  readonly runpath?: readonly string[]
  readonly machine?: number
  readonly interpreter?: string
}

const [X86_64, AARCH64] = [62, 183]

function elf({ needs = [], rpath = [], runpath = [], machine = AARCH64, interpreter }: Linked): Elf {
  const header = { bits: 64, order: 'little', type: 3, machine, flags: 0 } as const
  return { ...header, interpreter, linking: { needed: needs, rpath, runpath } }
}

/** What is found wrong with `/app/bin/run` among some files. */
function load(
  program: Linked,
  files: Readonly<Record<string, Linked>>,
  environment: Record<string, string> = {},
) {
  const own = elf({ interpreter: '/lib/ld.so', ...program })
  const all = {
    '/app/bin/run': own,
    ...Object.fromEntries(Object.entries(files).map(([path, each]) => [path, elf(each)])),
  }
  const tree = FileTree.of([
    Object.entries(all).map(([path, file]) => ({
      path: path.split('/').slice(1),
      type: 'file' as const,
      content: { kind: 'elf' as const, elf: file },
    })),
  ])
  const { wrong, missingLoader } = loadLibraries(
    { path: '/app/bin/run', elf: own },
    tree,
    new Map(Object.entries(environment)),
  )
  return { wrong: wrong.map(({ path, neededBy }) => `${path} by ${neededBy}`), missingLoader }
}

const loader = { '/lib/ld.so': {} }
const fine = { wrong: [], missingLoader: undefined }

test('a static program loads nothing', () => {
  expect(load({ interpreter: undefined as never, needs: ['a'] }, {})).toMatchObject({ wrong: [] })
})

test('the loader itself: missing, or of another machine', () => {
  expect(load({}, {})).toEqual({ wrong: [], missingLoader: '/lib/ld.so' })
  expect(load({}, { '/lib/ld.so': { machine: X86_64 } }).wrong).toEqual(['/lib/ld.so by /app/bin/run'])
})

test('libraries of libraries, in circles, in all default folders', () => {
  const files = {
    ...loader,
    '/lib64/a.so': { needs: ['b.so'] },
    '/usr/lib/aarch64-linux-gnu/b.so': { needs: ['a.so', 'c.so', 'none.so'] },
    '/usr/lib/c.so': {},
  }
  expect(load({ needs: ['a.so'] }, files)).toEqual(fine)
  const wrong = { ...files, '/usr/lib/c.so': { machine: X86_64 } }
  expect(load({ needs: ['a.so'] }, wrong).wrong).toEqual(['/usr/lib/c.so by /usr/lib/aarch64-linux-gnu/b.so'])
})

test('as the loader does, another machine’s file is passed over when there is a right one', () => {
  expect(
    load({ needs: ['a.so'] }, { ...loader, '/lib/a.so': { machine: X86_64 }, '/usr/lib/a.so': {} }),
  ).toEqual(fine)
  expect(
    load({ needs: ['a.so'] }, { ...loader, '/usr/lib/x86_64-linux-gnu/a.so': { machine: X86_64 } }),
  ).toEqual(fine)
})

test.each([
  ['RUNPATH with $ORIGIN', { runpath: ['$ORIGIN/../lib'] }, '/app/lib/a.so', {}],
  ['RPATH with ${ORIGIN}', { rpath: ['${ORIGIN}/../lib'] }, '/app/lib/a.so', {}],
  ['an absolute RUNPATH', { runpath: ['/opt/lib'] }, '/opt/lib/a.so', {}],
  ['LD_LIBRARY_PATH', {}, '/opt/lib/a.so', { LD_LIBRARY_PATH: '/none:/opt/lib' }],
  ['a path as name', { needs: ['/opt/a.so'] }, '/opt/a.so', {}],
])('found by %s', (_name, program, path, environment) => {
  const files = { ...loader, [path]: { machine: X86_64 } }
  expect(load({ needs: ['a.so'], ...program }, files, environment).wrong).toEqual([`${path} by /app/bin/run`])
})

test('the program’s RPATH holds for its libraries’ own, its RUNPATH does not', () => {
  const files = { ...loader, '/opt/a.so': { needs: ['b.so'] }, '/opt/b.so': { machine: X86_64 } }
  expect(load({ needs: ['a.so'], rpath: ['/opt'] }, files).wrong).toEqual(['/opt/b.so by /opt/a.so'])
  expect(load({ needs: ['a.so'], runpath: ['/opt'] }, files).wrong).toEqual([])
})

// Else it runs into the time that a test has.
test.each([AARCH64, X86_64])('a hostile chain of libraries for machine %i ends', (machine) => {
  const names = Array.from({ length: 1000 }, (_, at) => `${at}.so`)
  const files = Object.fromEntries(names.map((name) => [`/lib/${name}`, { needs: names, machine }]))
  expect(load({ needs: names }, { ...loader, ...files }).wrong).toHaveLength(machine === AARCH64 ? 0 : 1000)
})

test('a right library in a folder that only ld.so.cache knows is the one that is meant', () => {
  const files = { ...loader, '/usr/lib/libx.so.1': { machine: X86_64 }, '/opt/x/lib/libx.so.1': {} }
  expect(load({ needs: ['libx.so.1'] }, files)).toEqual(fine)
  const { '/opt/x/lib/libx.so.1': _right, ...without } = files
  expect(load({ needs: ['libx.so.1'] }, without).wrong).toEqual(['/usr/lib/libx.so.1 by /app/bin/run'])
})
