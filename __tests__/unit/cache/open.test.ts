import { placeOf } from '../../../src/cache/open.js'
import { delayBefore } from '../../../src/cache/pace.js'
import type { CacheSettings } from '../../../src/request/build-request.js'
import { opening } from './support/store.js'

const settings = { kind: 'auto' as const, folder: undefined, repository: undefined }
const service = {
  ACTIONS_RESULTS_URL: 'https://x/',
  ACTIONS_RUNTIME_TOKEN: 't',
  ACTIONS_CACHE_SERVICE_V2: '1',
}

function place(given: Partial<CacheSettings>, env: NodeJS.ProcessEnv) {
  const { tell, warnings } = opening()
  return [placeOf({ ...settings, ...given }, env, tell), warnings.length]
}

test('auto is GitHub’s cache on a runner that has one, else the user’s folder', () => {
  expect(place({}, service)).toEqual([{ kind: 'actions' }, 0])
  expect(place({}, { XDG_CACHE_HOME: '/x' })).toEqual([
    { kind: 'directory', folder: '/x/multiarch-build/cache' },
    0,
  ])
  expect(place({ folder: '/y' }, {})).toEqual([{ kind: 'directory', folder: '/y' }, 0])
  expect(place({ folder: '/y' }, service)).toEqual([{ kind: 'actions' }, 1])
})

test('what is asked for is taken, and missed with a warning', () => {
  expect(place({ kind: 'off' }, service)).toEqual([undefined, 0])
  expect(place({ kind: 'directory', folder: '/y' }, service)).toEqual([
    { kind: 'directory', folder: '/y' },
    0,
  ])
  expect(place({ kind: 'actions' }, {})).toEqual([undefined, 1])
})

test('so many in any minute, and no more', () => {
  expect(delayBefore([], 0, 2)).toBe(0)
  expect(delayBefore([0], 10, 2)).toBe(0)
  expect(delayBefore([0, 5], 10, 2)).toBe(59_990)
  expect(delayBefore([0, 5, 60_000], 60_001, 2)).toBe(4)
  expect(delayBefore([0, 5], 60_000, 2)).toBe(0)
})
