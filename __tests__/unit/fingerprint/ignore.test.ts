import { componentTest } from '../../../src/fingerprint/glob.js'
import { parseIgnoreRules } from '../../../src/fingerprint/ignore.js'

// Each row was tried with podman 4.3 and 5.8 (__tests__/e2e/fingerprint.test.ts does it again).
test.each<[string, string, boolean]>([
  ['a', 'a', true],
  ['a', 'a/b/c', true],
  ['a', 'b/a', false],
  ['/a', 'a', true],
  ['a/', 'a', true],
  ['  a  ', 'a', true],
  ['a\r', 'a', true],
  ['./a', 'a', true],
  ['b/../a', 'a', true],
  ['# a\n#a', '#a', false],
  ['*.txt', 'x.txt', true],
  ['*.txt', 'd/x.txt', false],
  ['*', '.hidden', true],
  ['?', 'ab', false],
  ['**/x', 'x', true],
  ['**/x', 'd/e/x', true],
  ['d/**', 'd/e/f', true],
  ['d/**', 'd', false],
  ['d/**/f', 'd/f', true],
  ['d/**/f', 'd/e/e/f', true],
  ['a\n!a', 'a', false],
  ['!a\na', 'a', true],
  ['d\n!d/keep', 'd/keep', false],
  ['d\n!d/keep', 'd/drop', true],
  ['*\n!d/**/*.go', 'd/e/f.go', false],
  ['*\n!d/**/*.go', 'd/e/f.c', true],
  ['a.c', 'abc', false],
  ['a+(b)', 'a+(b)', true],
  // What versions of podman or Docker read differently, or what is hard to read, hides nothing.
  ['\uFEFFa', 'a', false],
  ['[a]', 'a', false],
  ['**x', 'ax', false],
  ['d\n!/d/keep', 'd/keep', false],
  ['d\n![a-z]/keep', 'd/keep', false],
])('%j on %s: ignored for certain is %s', (text, path, expected) => {
  expect(parseIgnoreRules(text).ignores(path)).toBe(expected)
})

test.each<[string, string, boolean]>([
  ['node_modules', 'node_modules', true],
  ['*\n!src/**', 'node_modules', true],
  ['*\n!src/**', 'src', false],
  ['*\n!src/**', 'src/deep', false],
  ['*\n!src/a', 'src', false],
  ['*\n!src/a', 's', false],
  ['*\n!**/keep', 'node_modules', false],
])('%j: nothing in %s can come back is %s', (text, folder, expected) => {
  expect(parseIgnoreRules(text).isClosed(folder)).toBe(expected)
})

test.each<[string, string, boolean]>([
  ['*.txt', 'a.txt', true],
  ['*', '.a', true],
  ['a?c', 'abc', true],
  ['a?c', 'ac', false],
  ['*.t', 'axt', false],
  ['?', 'ü', true],
])('the pattern %s on %s is %s', (pattern, name, expected) => {
  expect(componentTest(pattern)!(name)).toBe(expected)
})

test.each(['[a]', 'a\\*', '**', 'a**'])('the pattern %s is not told', (pattern) => {
  expect(componentTest(pattern)).toBeUndefined()
})

test('a leading slash of a file that podman is told of hides nothing', () => {
  expect(parseIgnoreRules('/a\nb/', 'option').ignores('a')).toBe(false)
  expect(parseIgnoreRules('/a\nb/', 'option').ignores('b')).toBe(true)
})
