import fc from 'fast-check'
import { inertText, Masks, plainText } from '../../../src/host/plain-text.js'

test.each([
  ['\u001b[31mred\u001b[0m', 'red'],
  ['a\rb', 'a b'],
  ['a\u0000b\u0007', 'a b '],
  ['\u001b]0;title\u0007x', 'x'],
  ['tab\tstays', 'tab\tstays'],
])('%j is shown as %j', (text, expected) => {
  expect(plainText(text)).toBe(expected)
})

test('no text can hold a command or a line end afterwards', () => {
  const nasty = fc.array(
    fc.constantFrom(
      '::',
      ':',
      '##[',
      'error',
      '\n',
      '\r',
      '\u001b[2K',
      ' ',
      '\t',
      '\u2028',
      'x',
      '\u001b',
      '[',
      '#',
    ),
  )
  fc.assert(
    fc.property(nasty, (parts) => {
      expect(plainText(parts.join(''))).not.toMatch(/[\n\r\u001b]/)
      for (const line of inertText(parts.join('')).split('\n')) {
        expect(line.trim().startsWith('::')).toBe(false)
        expect(line).not.toContain('##[')
      }
    }),
  )
})

test.each([
  ['s3cret', ['s3cret']],
  ['abc', ['abc']],
  ['', []],
  ['{\n  "private": "0123456789"\n}\n', ['"private": "0123456789"']],
])('of the secret %j, %j is hidden', (secret, expected) => {
  expect(new Masks().add(secret)).toEqual(expected)
})

test('a secret that is a part of another gives nothing of it away', () => {
  const masks = new Masks()
  for (const secret of ['abc', 'abcdef', 'cde']) masks.add(secret)
  expect(masks.hide('abcdef abc cde')).toBe('*** *** ***')
})
