import fc from 'fast-check'
import { parseDockerfile } from '../../../src/dockerfile/parse.js'
import { expectedSettings } from '../../../src/dockerfile/settings.js'
import { parsePlatform } from '../../../src/oci/platform.js'

interface Given {
  readonly args?: Readonly<Record<string, string | undefined>>
  readonly environment?: readonly string[]
  readonly target?: string
}

function settings(text: string, { args = {}, environment = [], target }: Given = {}) {
  const { labels, environment: variables } = expectedSettings(parseDockerfile(text, 'Dockerfile'), target, {
    args: new Map(Object.entries(args)),
    platform: parsePlatform('linux/arm/v7'),
    environment: new Set(environment),
  })
  const values = (map: typeof labels) =>
    Object.fromEntries([...map].map(([name, { value }]) => [name, value]))
  return { labels: values(labels), environment: values(variables) }
}

const labelled = (value: string, before = '', given?: Given) =>
  settings(`FROM scratch\n${before}\nLABEL l=${value}\n`, given).labels.l

test.each([
  ['plain', '', 'plain'],
  ['"two words"', '', 'two words'],
  ["'$A'", 'ARG A=1', '$A'],
  ['$A', 'ARG A=1', '1'],
  ['${A}', 'ARG A=1', '1'],
  ['"x ${A} y$A"', 'ARG A=1', 'x 1 y1'],
  ['${A:-d}', 'ARG A', 'd'],
  ['${A:-d}', 'ARG A=1', '1'],
  ['${A:+set}', 'ARG A=1', 'set'],
  ['${A:+set}', 'ARG A', ''],
  ['[$A]', 'ARG A', '[]'],
  ['${A:-${B}}', 'ARG A=1\nARG B=2', '1'],
  ['${A:-${B}}', 'ARG A\nARG B=2', '2'],
  ['$', '', '$'],
  ['$B', 'ARG A=1\nARG B=${A}-b', '1-b'],
  ['$A', 'ARG A=1\nENV A=env', 'env'],
  ['$TARGETARCH-$TARGETOS', 'ARG TARGETARCH\nARG TARGETOS', 'arm-linux'],
])('%s after %j is %j', (value, before, expected) => {
  expect(labelled(value, before)).toBe(expected)
})

test.each([
  ['$A', '', 'not declared'],
  ['${A-x}', 'ARG A=1', 'another operator'],
  ['${A%x}', 'ARG A=1', 'a pattern'],
  ['"a\\$A"', 'ARG A=1', 'an escape'],
  ['$A"$A"', 'ARG A=1', 'quotes within'],
  ['$TARGETARCH', 'ARG TARGETARCH=amd64', 'a default for what builders set'],
  ['$TARGETVARIANT', 'ARG TARGETVARIANT', 'what builders set in different ways'],
  ['$HTTP_PROXY', 'ARG HTTP_PROXY', 'what the builder takes from its environment'],
  ['$B', 'ARG B=$A', 'an argument that depends on something unknown'],
  ['$A', 'ARG A=1\nARG A', 'declared again'],
])('%s after %j is left alone: %s', (value, before) => {
  expect(labelled(value, before)).toBeUndefined()
})

test('build arguments win over defaults; one whose value is not known is left alone', () => {
  expect(labelled('$A', 'ARG A=1', { args: { A: '2' } })).toBe('2')
  expect(labelled('$A', 'ARG A=1', { args: { A: '' } })).toBe('')
  expect(labelled('$A', 'ARG A=1', { args: { A: undefined } })).toBeUndefined()
  expect(labelled('$A', '', { args: { A: '2' } })).toBeUndefined()
})

test('a variable of the base image may win over an argument', () => {
  expect(labelled('$A', 'ARG A=1', { environment: ['A'] })).toBeUndefined()
})

test('global arguments hold where they are declared again', () => {
  const text = 'ARG A=1\nARG B=$A-b\nFROM scratch\nARG B\nLABEL b=$B a=$A\n'
  expect(settings(text).labels).toEqual({ b: '1-b' })
  expect(settings(text, { args: { A: '2' } }).labels).toEqual({ b: '2-b' })
})

test('values of one instruction are from before it', () => {
  expect(settings('FROM scratch\nENV A=1\nENV A=2 B=$A\n').environment).toEqual({ A: '2', B: '1' })
})

test('what earlier stages set is inherited, what other stages set is not', () => {
  const text = `FROM scratch AS other
LABEL other=1
FROM base AS one
ARG A=1
ENV E=$A
LABEL l=$A both=one
FROM one AS two
LABEL both=$E at=$A
FROM two AS three
`
  expect(settings(text).labels).toEqual({ l: '1', both: '1' })
  expect(settings(text, { target: 'one' }).labels).toEqual({ l: '1', both: 'one' })
})

test('the old form of ENV, and several lines with comments', () => {
  const text = 'FROM scratch\nENV A some words\nLABEL a=1 \\\n  # why\n  b="2"\n'
  expect(settings(text)).toEqual({ labels: { a: '1', b: '2' }, environment: { A: 'some words' } })
})

test('any text is read', () => {
  const pieces = fc.constantFrom(
    'FROM a\n',
    'ARG ',
    'LABEL ',
    'ENV ',
    'A=',
    '$A',
    '${A',
    '}',
    ':-',
    '"',
    "'",
    '\\',
    '\n',
    ' ',
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
      expect(() => settings(parts.join(''))).not.toThrow()
    }),
  )
})
