import { parseDockerfile } from '../../../src/dockerfile/parse.js'
import { parsePlatform } from '../../../src/oci/platform.js'
import { makePlan } from '../../../src/plan/plan.js'
import type { BuildRequest } from '../../../src/request/build-request.js'

const platforms = ['linux/amd64', 'linux/arm64', 'linux/arm/v6'].map(parsePlatform)
const request = {
  platforms,
  build: { target: undefined },
  qemu: 'auto',
  maxParallel: undefined,
} as unknown as BuildRequest
const runs = parseDockerfile('FROM a\nRUN b', 'Dockerfile')
const copies = parseDockerfile('FROM a\nCOPY b /', 'Dockerfile')
const host = (version: string, cores = 8) => ({ podman: { version } as never, cores })

test('podman before 5.8 needs the platform of every stage', () => {
  expect(makePlan(request, runs, host('5.7.1')).explicitPlatforms).toBe(true)
  expect(makePlan(request, runs, host('5.8.0')).explicitPlatforms).toBe(false)
  const preprocessed = { ...runs, path: 'Dockerfile.in' }
  expect(makePlan(request, preprocessed, host('4.9.3')).explicitPlatforms).toBe(false)
})

const named = parseDockerfile('FROM --platform=linux/s390x a\nRUN b', 'Dockerfile')

test.each([
  ['auto', runs, 3, true],
  ['auto', copies, 0, true],
  ['auto', named, 1, true],
  ['always', copies, 3, true],
  ['never', runs, 3, false],
] as const)('qemu: %s', (qemu, dockerfile, count, emulate) => {
  const plan = makePlan({ ...request, qemu }, dockerfile, host('5.8.0'))
  expect([plan.mustRun.length, plan.emulate]).toEqual([count, emulate])
})

test.each([
  [undefined, 8, 3],
  [undefined, 2, 2],
  [1, 8, 1],
  [7, 2, 7],
])('max-parallel %s on %i cores: %i at once', (maxParallel, cores, expected) => {
  expect(makePlan({ ...request, maxParallel }, runs, host('5.8.0', cores)).parallel).toBe(expected)
})
