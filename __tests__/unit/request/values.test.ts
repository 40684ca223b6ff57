import fc from 'fast-check'
import { InputError } from '../../../src/errors.js'
import { completeInputs } from '../../../src/request/inputs.js'
import { boolean, choice, items, lines, pairs, wholeNumber } from '../../../src/request/values.js'

const tags = (text: string) => completeInputs({ tags: text })

describe('lines', () => {
  test.each([
    ['', []],
    ['a', ['a']],
    ['a\nb\n', ['a', 'b']],
    ['  a  \r\n\r\n b', ['a', 'b']],
    ['# note\na', ['a']],
    ['"a\nb"\nc', ['a\nb', 'c']],
    ['"say ""yes"""', ['say "yes"']],
    ['a "quoted" word', ['a "quoted" word']],
  ])('%j gives %j', (text, expected) => {
    expect(lines(tags(text), 'tags')).toEqual(expected)
  })

  test('any list of plain words comes back', () => {
    const word = fc.stringMatching(/^[A-Za-z0-9._-]{1,20}$/)
    fc.assert(
      fc.property(fc.array(word), (words) => {
        expect(lines(tags(words.join('\n')), 'tags')).toEqual(words)
        expect(items(tags(words.join(',')), 'tags')).toEqual(words)
      }),
    )
  })

  test('any quoted text comes back', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (text) => {
        fc.pre(!text.startsWith('#'))
        expect(lines(tags(`"${text.replaceAll('"', '""')}"`), 'tags')).toEqual([text])
      }),
    )
  })
})

describe('boolean', () => {
  test.each(['true', 'True', 'TRUE'])('%s is true', (text) => {
    expect(boolean(completeInputs({ load: text }), 'load')).toBe(true)
  })
  test.each(['yes', '1', 'on', 'tRUE', 'truee', 'y'])('%s is refused', (text) => {
    expect(() => boolean(completeInputs({ load: text }), 'load')).toThrow(
      `input load: "${text}" is no boolean; allowed are true and false`,
    )
  })
})

test('choice names what is allowed', () => {
  const inputs = completeInputs({ verify: 'lax' })
  expect(() => choice(inputs, 'verify', ['strict', 'warn', 'off'])).toThrow(
    'input verify: "lax" is unknown; allowed are strict, warn, off',
  )
  expect(choice(completeInputs({ push: 'TRUE' }), 'push', ['true', 'false'])).toBe('true')
})

test.each(['-1', '0', '1.5', 'x', '101', ' '])('retries %j is refused or the default', (text) => {
  const read = () => wholeNumber(completeInputs({ retries: text }), 'retries', 1, 100)
  if (text.trim() === '') expect(read()).toBe(5)
  else expect(read).toThrow(InputError)
})

describe('pairs', () => {
  test('keeps everything behind the first =', () => {
    expect([...pairs(completeInputs({ labels: 'a=b=c\nd=\ne= f' }), 'labels')]).toEqual([
      ['a', 'b=c'],
      ['d', ''],
      ['e', ' f'],
    ])
  })
  test.each(['a', '=b'])('refuses %j', (text) => {
    expect(() => pairs(completeInputs({ labels: text }), 'labels')).toThrow('input labels:')
  })
})
