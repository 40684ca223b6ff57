import fc from 'fast-check'
import { commonSteps, compute, type File, type Given } from './support/inputs.js'

// A small world in which what a build is made from is easily told: a stage of steps over a few files and arguments.
interface World {
  readonly files: Readonly<Record<string, { readonly text: string; readonly executable: boolean }>>
  readonly ignored: readonly string[]
  readonly args: Readonly<Record<string, string>>
  readonly steps: readonly Step[]
}

type Step =
  | { readonly kind: 'copy'; readonly source: string }
  | { readonly kind: 'run'; readonly command: string }
  | { readonly kind: 'arg' | 'label'; readonly name: string }

const NAMES = ['a', 'b', 'd/a', 'd/b', 'd/e/c']
const word = fc.constantFrom('x', 'y')
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('copy' as const), source: fc.constantFrom('a', 'd', 'd/*', '.', '?') }),
  fc.record({ kind: fc.constant('run' as const), command: word }),
  fc.record({ kind: fc.constantFrom('arg' as const, 'label' as const), name: fc.constantFrom('P', 'Q') }),
)
const world: fc.Arbitrary<World> = fc.record({
  files: fc
    .uniqueArray(fc.tuple(fc.constantFrom(...NAMES), word, fc.boolean()), { selector: ([name]) => name })
    .map((list) => ({
      ...Object.fromEntries(list.map(([name, text, executable]) => [name, { text, executable }])),
      // Something for every source.
      a: { text: list[0]?.[1] ?? 'x', executable: false },
      'd/a': { text: list[1]?.[1] ?? 'x', executable: false },
    })),
  ignored: fc.subarray(['b', 'd/b', 'd/e']),
  args: fc.dictionary(fc.constantFrom('P', 'Q'), word),
  steps: fc.array(step, { maxLength: 5 }),
})

/** The other world is the first with one thing different, or nothing. */
const pair = fc
  .tuple(world, world, fc.constantFrom('files', 'ignored', 'args', 'steps', 'last', 'nothing'))
  .map(([one, other, what]): [World, World] => {
    if (what === 'nothing') return [one, { ...one }]
    if (what === 'last') return [one, { ...one, steps: [...one.steps, ...other.steps.slice(0, 1)] }]
    return [one, { ...one, [what]: other[what as keyof World] }]
  })

/** What each step does, told from the world alone. */
function model({ files, ignored, args, steps }: World): string[] {
  const declared = new Set<string>()
  const visible = Object.keys(files)
    .filter((name) => !ignored.some((each) => name === each || name.startsWith(`${each}/`)))
    .sort()
  const taken = (source: string) =>
    visible.filter((name) => {
      if (source === '.') return true
      if (source === '?') return true
      if (source === 'd/*') return name.startsWith('d/')
      return name === source || name.startsWith(`${source}/`)
    })
  // Empty folders would be told too, so a folder of which all is ignored counts.
  const folders = (source: string) =>
    Object.keys(files)
      .filter((name) => name.includes('/') && (source !== 'a' || name === 'a'))
      .flatMap((name) => (name.startsWith('d/e/') ? (ignored.includes('d/e') ? ['d'] : ['d', 'd/e']) : ['d']))
      .sort()
  // What a pattern finds counts though it is ignored: it can decide what becomes of the destination.
  const found = (source: string) => {
    const all = Object.keys(files).map((name) => name.split('/'))
    if (source === '?') return [...new Set(all.map(([top]) => top))].sort()
    return source === 'd/*'
      ? [...new Set(all.filter(([top]) => top === 'd').map(([, name]) => name))].sort()
      : []
  }
  return steps.map((each) => {
    if (each.kind === 'arg') declared.add(each.name)
    const values = [...declared].sort().map((name) => [name, args[name] ?? ''])
    if (each.kind === 'copy') {
      const content = taken(each.source).map((name) => [name, files[name]])
      return JSON.stringify([each, content, [...new Set(folders(each.source))], found(each.source)])
    }
    if (each.kind === 'run') return JSON.stringify([each, values])
    // Whether a version shows an argument that isn't declared does not matter: its value counts.
    if (each.kind === 'label') return JSON.stringify([each, args[each.name] ?? ''])
    return JSON.stringify(each)
  })
}

function given({ files, ignored, args, steps }: World): Given {
  const written = Object.entries(files).map(([name, { text, executable }]): [string, File] => [
    name,
    { text, mode: executable ? 0o755 : 0o644 },
  ])
  const lines = steps.map((each) => {
    if (each.kind === 'copy') return `COPY ${each.source} /out/`
    if (each.kind === 'run') return `RUN ${each.command}`
    return each.kind === 'arg' ? `ARG ${each.name}` : `LABEL l=\${${each.name}}`
  })
  return {
    dockerfile: `FROM scratch\n${lines.join('\n')}\n`,
    files: {
      ...Object.fromEntries(written),
      '.containerignore': ['.containerignore', ...ignored].join('\n'),
    },
    settings: { buildArgs: Object.entries(args).map(([name, value]) => `${name}=${value}`) },
  }
}

test('keys are equal up to where the inputs are', async () => {
  await fc.assert(
    fc.asyncProperty(pair, async ([one, other]) => {
      const [a, b] = await Promise.all([compute(given(one)), compute(given(other))])
      const [expectedA, expectedB] = [model(one), model(other)]
      const differs = expectedA.findIndex((each, at) => each !== expectedB[at])
      const common = 1 + (differs < 0 ? expectedA.length : differs)
      expect(commonSteps(a, b)).toBe(common)
      expect(a.key === b.key).toBe(differs < 0 && expectedA.length === expectedB.length)
    }),
    { numRuns: 300 },
  )
}, 60_000)
