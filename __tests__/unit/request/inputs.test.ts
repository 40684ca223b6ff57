import { INPUTS } from '../../../src/request/contract.js'
import { completeInputs, givenInputs } from '../../../src/request/inputs.js'

test('names are read as the runner writes them', () => {
  const inputs = completeInputs(
    givenInputs({
      'INPUT_BUILD-ARGS': 'A=1',
      INPUT_IMAGE: 'quay.io/o/n',
      PATH: '/bin',
    }),
  )
  expect(inputs['build-args']).toBe('A=1')
  expect(inputs.image).toBe('quay.io/o/n')
  expect(inputs.platforms).toBe('linux/amd64,linux/arm64')
})

test('every input has a value, and expressions are not taken for one', () => {
  const inputs = completeInputs({})
  expect(Object.keys(inputs)).toEqual(INPUTS.map((input) => input.name))
  expect(inputs['github-token']).toBe('')
})

test.each([
  ['cache-from', 'remove it'],
  ['provenance', 'remove it'],
  ['builder', 'podman builds on this host'],
  ['platform', 'use platforms'],
  ['plattforms', 'did you mean platforms?'],
  ['build-arg', 'did you mean build-args?'],
  ['nonsense-of-any-kind', 'see the list of inputs'],
])('%s is refused by name, with what to use instead', (name, cure) => {
  expect.assertions(2)
  try {
    completeInputs({ [name]: 'x' })
  } catch (error) {
    expect(String(error)).toContain(`input ${name}: is not an input of this step`)
    expect((error as { cure: string }).cure).toContain(cure)
  }
})

test('an undeclared input that is empty is not given', () => {
  expect(() => completeInputs({ 'cache-from': '' })).not.toThrow()
})
