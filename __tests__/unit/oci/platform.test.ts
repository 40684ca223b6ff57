import fc from 'fast-check'
import { normalizePlatform, parsePlatform, platformSlug } from '../../../src/oci/platform.js'

test.each([
  ['linux/arm64/v8', 'linux/arm64'],
  ['linux/arm64/8', 'linux/arm64'],
  ['Linux/AMD64', 'linux/amd64'],
  ['linux/x86_64', 'linux/amd64'],
  ['linux/aarch64', 'linux/arm64'],
  ['linux/amd64/v1', 'linux/amd64'],
  ['linux/amd64/v3', 'linux/amd64/v3'],
  ['linux/arm', 'linux/arm/v7'],
  ['linux/arm/6', 'linux/arm/v6'],
  ['linux/armhf', 'linux/arm/v7'],
  ['linux/armel', 'linux/arm/v6'],
  ['linux/arm64/v9', 'linux/arm64/v9'],
  [' linux/s390x ', 'linux/s390x'],
])('%s is %s', (text, expected) => {
  expect(parsePlatform(text).text).toBe(expected)
})

test.each([
  '',
  'linux',
  'linux/',
  '/amd64',
  'linux/amd64/v1/x',
  'linux/am d64',
  'windows/amd64',
  'linux/z80',
])('%j is refused', (text) => expect(() => parsePlatform(text)).toThrow())

test('the normal form is its own normal form', () => {
  const part = fc.constantFrom(
    'amd64',
    'arm64',
    'arm',
    'x86_64',
    'aarch64',
    'armhf',
    '386',
    's390x',
    'riscv64',
  )
  const variant = fc.constantFrom('', 'v1', 'v5', 'v6', 'v7', 'v8', '7', '8', 'v9')
  fc.assert(
    fc.property(part, variant, (architecture, variant) => {
      const once = normalizePlatform({ os: 'linux', architecture, variant })
      expect(normalizePlatform(once)).toEqual(once)
      expect(parsePlatform(once.text)).toEqual(once)
    }),
  )
})

test('a platform as a file or output name', () => {
  expect(platformSlug(parsePlatform('linux/arm/v6'))).toBe('linux-arm-v6')
})
