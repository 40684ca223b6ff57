import { InputError } from '../../../src/errors.js'
import { completeInputs } from '../../../src/request/inputs.js'
import { parseSmokeTest } from '../../../src/request/smoke-test.js'

const parsed = (text: string, timeout = '60s') =>
  parseSmokeTest(completeInputs({ 'smoke-test': text, 'smoke-test-timeout': timeout }))

test.each([
  ['--version', ['--version']],
  ['  sh -c "echo it\'s" ', ['sh', '-c', "echo it's"]],
  ["sh -c 'test $HOME = / && ls | wc > /dev/null'", ['sh', '-c', 'test $HOME = / && ls | wc > /dev/null']],
  ['check\n  --all', ['check', '--all']],
  ['find /app -name *.so', ['find', '/app', '-name', '*.so']],
  ['a\\ b ""', ['a b', '']],
])('%j is %j', (text, args) => {
  expect(parsed(text)).toEqual({ args, timeout: 60 })
})

test('none is none', () => {
  expect(parsed(' ')).toBeUndefined()
  expect(parsed('-v', '1.5m')).toEqual({ args: ['-v'], timeout: 90 })
})

test.each([
  ['echo $HOME', /“\$HOME” is a variable: no shell runs it/],
  ['echo ${HOME}', /“\$HOME” is a variable/],
  ['a && b', /“&&” is an operator/],
  ['a > /f', /“>” is an operator/],
  ['a # b', /there is a comment in it/],
  ["sh -c 'exit 3", /a quote is not closed/],
  ['sh -c "exit 3', /a quote is not closed/],
  ["don't", /a quote is not closed/],
  ['a \\', /a quote is not closed/],
  ['echo ${}', /Bad substitution/],
])('%j is refused', (text, message) => {
  expect(() => parsed(text)).toThrow(InputError)
  expect(() => parsed(text)).toThrow(message)
})

test.each(['0s', '0.5s', '25d'])('%s is no time for a test', (timeout) => {
  expect(() => parsed('-v', timeout)).toThrow('input smoke-test-timeout: is not between 1s and 1d')
})

test('a time that is none', () => {
  expect(() => parsed('', 'long')).toThrow(/input smoke-test-timeout: "long" is no span of time/)
})
