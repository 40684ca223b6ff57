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
  expect(parse({})).toEqual({ kind: 'auto', folder: undefined, repository: undefined, writable: true })
  expect(parse({ 'cache-dir': 'x' })).toMatchObject({ kind: 'auto', folder: resolve('x') })
  expect(parse({ cache: 'registry', 'cache-ref': 'quay.io/o/cache' }).repository?.text).toBe(
    'quay.io/o/cache',
  )
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
