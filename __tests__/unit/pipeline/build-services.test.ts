import { parsePlatforms } from '../../../src/oci/platform.js'
import { servicesAtOnce } from '../../../src/pipeline/build-services.js'

const service = (platforms: readonly string[], maxParallel?: number) => ({
  request: { platforms: parsePlatforms(platforms), maxParallel },
})

test('services are built one after the other unless max-parallel leaves room for more', () => {
  const two = ['linux/amd64', 'linux/arm64']
  expect(servicesAtOnce([service(two), service(['linux/amd64'])])).toBe(1)
  expect(servicesAtOnce([service(two, 2)])).toBe(1)
  expect(servicesAtOnce([service(two, 5), service(['linux/amd64'], 5)])).toBe(2)
  expect(servicesAtOnce([service(two, 1)])).toBe(1)
})
