import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { InputError } from '../../../src/errors.js'
import { FOREIGN_INPUTS, INPUTS, OUTPUTS } from '../../../src/request/contract.js'
import { checkExtraArgs } from '../../../src/request/extra-args.js'
import { completeInputs } from '../../../src/request/inputs.js'
import { MERGE_INPUTS } from '../../../src/request/merge-contract.js'
import { PLAN_OPTIONS } from '../../../src/request/plan-request.js'
import { parseServices } from '../../../src/services/services.js'
import { repository } from '../../support/runner.js'

// What docs/migrate.md says of inputs is so.

const read = (name: string) => readFileSync(join(repository, 'docs', name), 'utf8')
const page = read('migrate.md')

const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name)
const inputs = names(INPUTS)
const outputs = names(OUTPUTS)

interface Row {
  /** Names in the first cell. */
  readonly theirs: readonly string[]
  readonly here: string
  readonly note: string
}

const quoted = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map((match) => match[1]!)

/** The rows of every table whose head is this. */
function rows(head: string): Row[] {
  const tables = page.split(/\n\n/).filter((block) => block.startsWith(`| ${head} | here | |\n`))
  expect(tables).not.toEqual([])
  return tables.flatMap((table) =>
    table
      .trimEnd()
      .split('\n')
      .slice(2)
      .map((line) => {
        const [theirs, here, note, ...more] = line.slice(1, -1).split('|')
        expect(more).toEqual([])
        return { theirs: quoted(theirs!), here: here!.trim(), note: note?.trim() ?? '' }
      }),
  )
}

/** What is said when an input is given that is none. */
function refusal(name: string): InputError {
  try {
    completeInputs({ [name]: 'x' })
  } catch (error) {
    if (error instanceof InputError) return error
    throw error
  }
  throw new Error(`${name} is an input`)
}

// Of the action.yml of each, in its latest version 6, 2 and 2.
const BUILD_PUSH = [
  ...[
    'add-hosts',
    'allow',
    'annotations',
    'attests',
    'build-args',
    'build-contexts',
    'builder',
    'cache-from',
  ],
  ...['cache-to', 'call', 'cgroup-parent', 'context', 'file', 'github-token', 'labels', 'load', 'network'],
  ...[
    'no-cache',
    'no-cache-filters',
    'outputs',
    'platforms',
    'provenance',
    'pull',
    'push',
    'sbom',
    'secret-envs',
  ],
  ...['secret-files', 'secrets', 'shm-size', 'ssh', 'tags', 'target', 'ulimit'],
]
const BUILDAH_BUILD = [
  ...[
    'arch',
    'archs',
    'base-image',
    'build-args',
    'containerfiles',
    'content',
    'context',
    'dockerfiles',
    'entrypoint',
  ],
  ...[
    'envs',
    'extra-args',
    'image',
    'labels',
    'layers',
    'oci',
    'platform',
    'platforms',
    'port',
    'tags',
    'tls-verify',
  ],
  'workdir',
]
const PUSH_TO_REGISTRY = [
  ...['digestfile', 'extra-args', 'image', 'password', 'registry', 'tags', 'tls-verify', 'username'],
]

describe.each([
  ['docker/build-push-action', 'input', BUILD_PUSH],
  ['redhat-actions/buildah-build', 'input of buildah-build', BUILDAH_BUILD],
  ['redhat-actions/push-to-registry', 'input of push-to-registry', PUSH_TO_REGISTRY],
])('%s', (_, head, all) => {
  const table = () => rows(head).filter(({ here }) => ['same', 'refused'].includes(here))

  test('every input is there, once', () => {
    expect(table().map(({ theirs }) => theirs.join())).toEqual(all)
  })

  test('what is the same is an input', () => {
    const same = table().filter(({ here }) => here === 'same')
    expect(same.flatMap(({ theirs }) => theirs).filter((name) => !inputs.includes(name))).toEqual([])
  })

  test('what is refused is so by name, with what to do', () => {
    for (const { here, theirs } of table()) {
      if (here === 'refused') expect(refusal(theirs[0]!).cure).toBe(FOREIGN_INPUTS[theirs[0]!])
    }
  })
})

test('what takes the place of something is an input', () => {
  const heads = ['field', 'option', 'input']
  const renamed = heads.flatMap((head) => rows(head)).flatMap(({ here }) => quoted(here))
  expect(renamed.length).toBeGreaterThan(40)
  expect(renamed.filter((name) => !inputs.some((input) => input === name))).toEqual([])
})

test('the rest of the second column are known words', () => {
  const heads = ['field', 'option', 'input', 'output', 'input of buildah-build', 'input of push-to-registry']
  const words = heads.flatMap((head) => rows(head)).map(({ here }) => here.replace(/`[^`]+`(, )?/g, ''))
  expect(new Set(words)).toEqual(new Set(['', 'same', 'refused', 'not needed', '–']))
})

test('outputs that are the same, or in the place of something, are there', () => {
  const table = rows('output')
  const ours = table.flatMap(({ theirs, here }) => (here === 'same' ? theirs : quoted(here)))
  expect(ours.filter((name) => !outputs.includes(name))).toEqual([])
})

test('options of podman build that have an input are refused in extra-args', () => {
  for (const option of rows('option').flatMap(({ theirs }) => theirs))
    expect(() => checkExtraArgs([`${option}=x`])).toThrow(InputError)
})

describe.each(['migrate.md', 'other-ci.md'])('commands in %s', (name) => {
  test('have options that there are', () => {
    const text = read(name).replace(/\\\n/g, ' ')
    const command =
      /(?:multiarch-build|\$\(MULTIARCH_BUILD\)|\$MULTIARCH_BUILD) (build|merge|plan|inspect|doctor)\b([^|#\n]*)/g
    const known: Record<string, readonly string[]> = {
      build: inputs,
      merge: names(MERGE_INPUTS),
      plan: names(PLAN_OPTIONS),
    }
    const found = [...text.matchAll(command)]
    expect(found.length).toBeGreaterThan(3)
    for (const [, verb, rest] of found)
      for (const [, option] of rest!.matchAll(/ --([a-z-]+)/g))
        expect([verb, ['json', ...(known[verb!] ?? [])]]).toEqual([verb, expect.arrayContaining([option])])
  })
})

test('the list of services is one', () => {
  const block = [...page.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].find((match) =>
    /^services:/m.test(match[1]!),
  )![1]!
  expect(parseServices(block)).toBeDefined()
})
