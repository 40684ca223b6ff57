import { resolve } from 'node:path'
import { parseCache } from '../../../src/request/cache.js'
import { automaticCacheWrite, type EventFacts } from '../../../src/request/cache-write.js'
import { completeInputs } from '../../../src/request/inputs.js'

const push: EventFacts = { event: 'push', fork: false, pullRequest: false }

test.each<[Partial<EventFacts>, boolean]>([
  [{}, true],
  [{ event: undefined }, true],
  [{ event: 'schedule' }, true],
  [{ event: 'workflow_dispatch' }, true],
  [{ event: 'pull_request' }, false],
  [{ event: 'pull_request_target' }, false],
  [{ event: 'pull_request_review' }, false],
  [{ event: 'merge_group' }, false],
  [{ fork: true }, false],
  [{ event: 'workflow_run', pullRequest: true }, false],
  [{ event: 'issue_comment', pullRequest: true }, false],
])('cache-write: auto, %j: %s', (facts, write) => {
  expect(automaticCacheWrite({ ...push, ...facts }).write).toBe(write)
})

const parse = (given: Record<string, string>, facts = push) => parseCache(completeInputs(given), facts)

test('where things are kept', () => {
  expect(parse({})).toEqual({
    kind: 'auto',
    folder: undefined,
    repository: undefined,
    writable: true,
    scope: undefined,
    mounts: true,
    ttl: 14 * 86_400,
    maxSize: 2e9,
    skipUnchanged: true,
  })
  expect(parse({ 'cache-dir': 'x' })).toMatchObject({ kind: 'auto', folder: resolve('x') })
  expect(parse({ cache: 'registry', 'cache-ref': 'quay.io/o/cache' }).repository?.text).toBe(
    'quay.io/o/cache',
  )
})

test.each([
  ['90m', 5400],
  ['12h', 43_200],
  ['1.5d', 129_600],
  ['2w', 1_209_600],
  ['0s', 0],
])('cache-ttl: %s', (text, seconds) => {
  expect(parse({ 'cache-ttl': text }).ttl).toBe(seconds)
})

test.each([
  ['500MB', 5e8],
  ['2 GiB', 2 ** 31],
  ['1.5gb', 1.5e9],
  ['0B', 0],
])('cache-max-size: %s', (text, bytes) => {
  expect(parse({ 'cache-max-size': text }).maxSize).toBe(bytes)
})

test.each([
  ['cache-ttl', '14'],
  ['cache-ttl', '-1d'],
  ['cache-ttl', '1d2h'],
  ['cache-max-size', '2'],
  ['cache-max-size', '2XB'],
  ['cache-max-size', 'much'],
])('%s: %s is no such thing', (name, text) => {
  expect(() => parse({ [name]: text })).toThrow(`input ${name}: `)
})

test('no-cache is a cache of no kind', () => {
  expect(parse({ cache: 'directory', 'no-cache': 'true' }).kind).toBe('off')
})

test('who may write, when it is said', () => {
  const stranger = { ...push, event: 'pull_request' }
  expect(parse({ 'cache-write': 'true' }, stranger).writable).toBe(true)
  expect(parse({ 'cache-write': 'False' }).writable).toBe(false)
})

test.each<[Record<string, string>, string]>([
  [{ cache: 'gha' }, 'input cache: "gha" is unknown; allowed are auto, actions, directory, registry, off'],
  [{ cache: 'registry' }, 'input cache-ref: is missing'],
  [{ cache: 'off', 'cache-dir': 'x' }, 'input cache-dir: is of no use with cache: off'],
  [{ 'cache-ref': 'quay.io/o/cache' }, 'input cache-ref: is of no use with cache: auto'],
  [{ cache: 'registry', 'cache-ref': 'quay.io/o/cache:1' }, 'must have no tag and no digest'],
  [{ 'cache-write': 'yes' }, 'input cache-write: "yes" is unknown; allowed are auto, true, false'],
])('%j is refused', (given, message) => {
  expect(() => parse(given)).toThrow(message)
})
