import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { repository } from '../../support/runner.js'

// Makefile.multiarch is held to what GNU make 3.81 can, which macOS has.

const text = readFileSync(join(repository, 'Makefile.multiarch'), 'utf8')

/** What make has learnt since 3.81 (NEWS of GNU make), by the version that brought it. */
const LATER: readonly (readonly [since: string, what: string, pattern: RegExp])[] = [
  ['3.82', 'undefine', /^ *(?:override +)?undefine\b/],
  ['3.82', 'private', /^(?:[^#\t=]*: *)?(?:export +|override +)?private +[\w-]/],
  ['3.82', 'define with a sign or modifiers', /^ *(?:override +|export +)?define +\S+ *(?:[:?+!]{0,3}=)/],
  ['3.82', 'several export modifiers', /^ *(?:override +export|export +override)\b/],
  ['3.82', '.ONESHELL', /^\.ONESHELL\b/],
  ['3.82', '.SHELLFLAGS', /\.SHELLFLAGS\b/],
  ['3.82', '.RECIPEPREFIX', /\.RECIPEPREFIX\b/],
  ['4.0', '!=', /^ *[\w.-]+ *!=/],
  ['4.0', '::= and :::=', /^[^#\t]*:{2,3}=/],
  ['4.0', '$(file', /\$[({]file[ )}]/],
  ['4.0', '$(guile', /\$[({]guile[ )}]/],
  ['4.0', 'load', /^ *-?load +\S/],
  ['4.0', '--output-sync in a Makefile', /--output-sync/],
  ['4.0', '.EXTRA_PREREQS', /\.EXTRA_PREREQS\b/],
  ['4.2', '.SHELLSTATUS', /\.SHELLSTATUS\b/],
  ['4.3', 'grouped targets', /^[^\t#][^#=]*&:/],
  ['4.3', '# within a call, unescaped', /^[^\t#][^#]*\$[({][^)}]*[^\\]#/],
  ['4.4', '.WAIT', /(?:^|\s)\.WAIT\b/],
  ['4.4', '.NOTINTERMEDIATE', /\.NOTINTERMEDIATE\b/],
  ['4.4', '$(let', /\$[({]let[ )}]/],
  ['4.4', '$(intcmp', /\$[({]intcmp[ )}]/],
  ['4.4', '.NOTPARALLEL with prerequisites', /^\.NOTPARALLEL *: *\S/],
]

/** The lines of a makefile that make 3.81 doesn't understand, or understands otherwise. Comments and help don't count. */
function laterThan381(makefile: string): string[] {
  return makefile
    .split('\n')
    .map((line, at) => [line.replace(/^#.*| ## .*/, ''), at + 1] as const)
    .flatMap(([line, number]) =>
      LATER.filter(([, , pattern]) => pattern.test(line)).map(
        ([since, what]) => `${number}: ${what} (${since})`,
      ),
    )
}

test('nothing that GNU make 3.81 doesn’t have', () => expect(laterThan381(text)).toEqual([]))

test.each([
  ['undefine X', 'undefine'],
  ['docker-build: private X = 1', 'private'],
  ['private X = 1', 'private'],
  ['define X =', 'define with a sign or modifiers'],
  ['define X :=', 'define with a sign or modifiers'],
  ['override export X = 1', 'several export modifiers'],
  ['.ONESHELL:', '.ONESHELL'],
  ['.SHELLFLAGS = -ec', '.SHELLFLAGS'],
  ['.RECIPEPREFIX = >', '.RECIPEPREFIX'],
  ['VERSION != git describe', '!='],
  ['VERSION ::= 1', '::= and :::='],
  ['VERSION :::= 1', '::= and :::='],
  ['X := $(file <x)', '$(file'],
  ['X := $(guile 1)', '$(guile'],
  ['load x.so', 'load'],
  ['MAKEFLAGS += --output-sync', '--output-sync in a Makefile'],
  ['.EXTRA_PREREQS = x', '.EXTRA_PREREQS'],
  ['X := $(.SHELLSTATUS)', '.SHELLSTATUS'],
  ['a b &: c', 'grouped targets'],
  ["X := $(shell echo '#')", '# within a call, unescaped'],
  ['a: b .WAIT c', '.WAIT'],
  ['.NOTINTERMEDIATE: a', '.NOTINTERMEDIATE'],
  ['X := $(let a,b,$(a))', '$(let'],
  ['X := $(intcmp 1,2,a)', '$(intcmp'],
  ['.NOTPARALLEL: a', '.NOTPARALLEL with prerequisites'],
])('%s is found', (line, what) => {
  expect(laterThan381(`# text\n${line}`)).toEqual([expect.stringContaining(`2: ${what} (`)])
})

test.each([
  'X := 1',
  'X ?= $(or $(A),$(B))',
  'a b: export X = $(foreach y,$*,$(Z))',
  'define X',
  'H := \\#',
  'a: b | c ## text with != and $(file x)',
  '\t@echo "a != b" # $(X)',
  '# undefine',
  '.DEFAULT_GOAL :=',
])('%s is of 3.81', (line) => expect(laterThan381(line)).toEqual([]))

test('no two patterns match one target, of which make 3.81 would take the first and later ones the closest', () => {
  const patterns = [...text.matchAll(/^([\w-]+)%:/gm)].map(([, stem]) => stem!)
  expect(patterns).toHaveLength(4)
  for (const one of patterns) for (const other of patterns) expect(one.startsWith(other)).toBe(one === other)
})
