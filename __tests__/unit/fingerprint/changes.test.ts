import { linkSync, renameSync, symlinkSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fingerprint, fingerprintAgain } from '../../../src/fingerprint/fingerprint.js'
import type { FingerprintInputs } from '../../../src/fingerprint/types.js'
import { type Given, inputsOf } from './support/inputs.js'

const given: Given = {
  dockerfile: 'FROM base\nCOPY . /\n',
  files: { a: 'a', b: 'b', d: { folder: true }, '.dockerignore': 'ignored\n' },
}

async function stillAfter(change: (inputs: FingerprintInputs) => void, settle = 250): Promise<boolean> {
  const inputs = inputsOf(given)
  await wait(settle)
  const before = await fingerprint(inputs)
  change(inputs)
  return (await fingerprintAgain(inputs, before)).key === before.key
}

test('nothing was touched', async () => {
  expect(await stillAfter(() => undefined)).toBe(true)
})

test('a file that was just written is read again', async () => {
  expect(await stillAfter(() => undefined, 0)).toBe(true)
  expect(await stillAfter(({ context }) => writeFileSync(join(context, 'a'), 'A'), 0)).toBe(false)
})

test.each<[string, (context: string) => void]>([
  ['written anew', (context) => writeFileSync(join(context, 'a'), 'A')],
  ['written with the same content', (context) => writeFileSync(join(context, 'a'), 'a')],
  ['made', (context) => writeFileSync(join(context, 'd', 'new'), '')],
  ['removed', (context) => unlinkSync(join(context, 'a'))],
  ['renamed', (context) => renameSync(join(context, 'a'), join(context, 'c'))],
  ['linked', (context) => linkSync(join(context, 'a'), join(context, 'c'))],
  [
    'put in another’s place, with its time',
    (context) => {
      writeFileSync(join(context, 'x'), 'x')
      utimesSync(join(context, 'x'), 1, 1)
      renameSync(join(context, 'x'), join(context, 'a'))
    },
  ],
])('a file was %s', async (_what, change) => {
  expect(await stillAfter(({ context }) => change(context))).toBe(false)
})

test('what is ignored may change', async () => {
  expect(await stillAfter(({ context }) => writeFileSync(join(context, 'ignored'), 'x'))).toBe(true)
})

test('an image moved meanwhile', async () => {
  const inputs = inputsOf(given)
  const before = await fingerprint(inputs)
  const after = await fingerprintAgain({ ...inputs, resolveImage: async () => 'local' }, before)
  expect(after.key).toBeUndefined()
})

test('two names of one file are not two files', async () => {
  const [one, two] = [inputsOf(given), inputsOf(given)]
  linkSync(join(one.context, 'a'), join(one.context, 'c'))
  writeFileSync(join(two.context, 'c'), 'a')
  expect((await fingerprint(one)).key).not.toBe((await fingerprint(two)).key)
})

test('a file that several steps take is read once', async () => {
  const text = 'FROM base\nCOPY a /1\nCOPY a /2\nRUN --mount=type=bind,target=/x y\n'
  const inputs = inputsOf({ dockerfile: text, files: { a: '12345' } })
  expect((await fingerprint(inputs)).reader.bytes).toBe(5)
})

test('a context that is a link is what it leads to', async () => {
  const inputs = inputsOf(given)
  const link = `${inputs.context}-link`
  symlinkSync(inputs.context, link)
  const { key } = await fingerprint({ ...inputs, context: link })
  expect(key).toBe((await fingerprint(inputs)).key)
  writeFileSync(join(inputs.context, 'a'), 'A')
  expect((await fingerprint({ ...inputs, context: link })).key).not.toBe(key)
})

test('large files are read whole', async () => {
  const large = 'x'.repeat(3 << 20)
  const keys = await Promise.all(
    [large, `${large}y`, `y${large}`].map(
      async (text) => (await fingerprint(inputsOf({ ...given, files: { large: text } }))).key,
    ),
  )
  expect(new Set(keys).size).toBe(3)
})
