import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { compute } from '../fingerprint/support/inputs.js'
import { Monorepo, names } from './support/monorepo.js'

interface Content {
  readonly text: string
  readonly executable: boolean
}
type World = Readonly<Record<string, Content>>

const NAMES = ['a', 'b', 'c.md', 'd/a', 'd/b', 'd/e/c', 'd/e/c.md', 'f/g/h.md', 'i/a.md', 'i/j']
const SOURCES = [
  'a',
  'd',
  'd/*',
  '.',
  '?',
  '*/a',
  'f',
  'i',
  'd/e',
  'd/e/c',
  '*.md',
  './d/../i',
  'b*',
  'f/*/*',
]

const content = fc.record({ text: fc.constantFrom('x', 'y'), executable: fc.boolean() })
const world: fc.Arbitrary<World> = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...NAMES), content), { selector: ([name]) => name, minLength: 3 })
  .map((list) => Object.fromEntries(list))
/** Another one in which some files are others, or gone, or new. */
const changed = fc.dictionary(fc.constantFrom(...NAMES), fc.option(content), { maxKeys: 3 })
const instruction = fc
  .tuple(fc.constantFrom('COPY', 'COPY', 'ADD', 'RUN'), fc.constantFrom(...SOURCES))
  .map(([keyword, source]) =>
    keyword === 'RUN'
      ? `RUN --mount=type=bind,source=${/[*?]/.test(source) ? 'd' : source},target=/m true`
      : `${keyword} ${source} /out/`,
  )
const stage = fc.array(instruction, { maxLength: 2 })
/** Of these stages the last takes something from the first, or not. */
const dockerfile = fc
  .tuple(stage, stage, fc.boolean())
  .map(([first, last, needs]) =>
    [
      ...['FROM registry.example.org/x AS first', ...first, 'FROM scratch', ...last],
      ...(needs ? ['COPY --from=first /out /'] : []),
      '',
    ].join('\n'),
  )
const dockerfiles = fc.array(dockerfile, { minLength: 14, maxLength: 14 })
const ignored = fc.subarray(['*.md', 'd/b', 'd/e', '!d/e/c.md', 'f/g', 'i/*', '!i/j', '**/a'])

function textsOf(files: World): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([name, { text }]) => [name, text]))
}

function put(repo: Monorepo, files: World): void {
  const gone = NAMES.map((name): [string, undefined] => [`ctx/${name}`, undefined])
  repo.write(Object.fromEntries(gone))
  for (const [name, { text, executable }] of Object.entries(files)) {
    repo.write({ [`ctx/${name}`]: text })
    chmodSync(join(repo.root, 'ctx', name), executable ? 0o755 : 0o644)
  }
  repo.save()
}

// Fingerprints are computed by reading all that is reached, plans by looking at names alone.
test('a service whose build reads something that changed is always planned', async () => {
  let [reached, spared] = [0, 0]
  await fc.assert(
    fc.asyncProperty(world, changed, dockerfiles, ignored, async (before, change, texts, patterns) => {
      const ignoreFile = patterns.join('\n')
      const services = texts.map((_, at) => ({
        ...{ name: `s${at}`, image: `quay.io/o/s${at}`, context: 'ctx', file: `df/${at}` },
      }))
      const repo = new Monorepo({
        'services.yaml': JSON.stringify(services),
        'ctx/.dockerignore': ignoreFile,
        ...Object.fromEntries(texts.map((text, at) => [`df/${at}`, text])),
      })
      put(repo, before)
      const base = repo.head()
      const merged = Object.entries({ ...before, ...change }).filter((each) => each[1] !== null)
      const after = Object.fromEntries(merged) as World
      put(repo, after)
      const planned = names(await repo.plan({ base }))
      repo.remove()
      for (const [at, text] of texts.entries()) {
        const keys = await Promise.all(
          [before, after].map(async (files) => {
            const written = Object.entries(files).map(([name, { text, executable }]) => [
              name,
              { text, mode: executable ? 0o755 : 0o644 },
            ])
            return (
              await compute({
                dockerfile: text,
                files: { ...Object.fromEntries(written), '.dockerignore': ignoreFile },
              })
            ).key
          }),
        )
        const isPlanned = planned.includes(`s${at}`)
        if (keys[0] === undefined || keys[0] !== keys[1]) {
          reached += 1
          if (!isPlanned) throw new Error(`${JSON.stringify([textsOf(before), textsOf(after)])}\n${text}`)
        } else if (!isPlanned) spared += 1
      }
    }),
    { numRuns: 20, endOnFailure: true },
  )
  // Else it would hold of a plan of everything, or of nothing.
  expect(reached).toBeGreaterThan(20)
  expect(spared).toBeGreaterThan(20)
}, 120_000)
