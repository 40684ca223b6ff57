import fc from 'fast-check'
import { isDigest } from '../../../src/oci/digest.js'
import { isTag, parseRepository, parseTaggedReference } from '../../../src/oci/reference.js'

test.each([
  ['quay.io/kubernaut-ai/gateway', 'quay.io', 'kubernaut-ai/gateway'],
  ['localhost/x', 'localhost', 'x'],
  ['localhost:5000/a/b/c', 'localhost:5000', 'a/b/c'],
  ['127.0.0.1:5000/x__y', '127.0.0.1:5000', 'x__y'],
  ['[::1]:5000/x', '[::1]:5000', 'x'],
  ['QUAY.io/o/n', 'quay.io', 'o/n'],
])('%s', (text, registry, path) => {
  expect(parseRepository(text)).toEqual({ registry, path, text: `${registry}/${path}` })
})

test.each([
  'gateway',
  'library/busybox',
  'quay.io/',
  'quay.io//n',
  'quay.io/o/n:tag',
  `quay.io/o/n@sha256:${'0'.repeat(64)}`,
  'quay.io/O/n',
  'quay.io/o/n/',
  'quay.io/-n',
  'quay.io/o/../n',
  'quay.io:port/n',
  'https://quay.io/o/n',
  `quay.io/${'a'.repeat(250)}`,
])('%s is refused', (text) => {
  expect(() => parseRepository(text)).toThrow()
})

test('a port is not taken for a tag', () => {
  expect(() => parseTaggedReference('localhost:5000/x')).toThrow('has no tag')
  expect(parseTaggedReference('localhost:5000/x:1').tag).toBe('1')
})

test('no text makes a repository with a path that leaves it', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      let path = ''
      try {
        path = parseRepository(`quay.io/${text}`).path
      } catch {
        return
      }
      expect(path).toMatch(/^[a-z0-9]+([._-]+[a-z0-9]+)*(\/[a-z0-9]+([._-]+[a-z0-9]+)*)*$/)
    }),
  )
})

test.each(['', '.a', '-a', 'a/b', 'a'.repeat(129), 'a b'])('%j is no tag', (text) =>
  expect(isTag(text)).toBe(false),
)

test.each([
  'sha256:abc',
  `sha512:${'0'.repeat(64)}`,
  `sha256:${'G'.repeat(64)}`,
  `sha256:${'0'.repeat(64)}/..`,
  7,
])('%j is no digest', (value) => expect(isDigest(value)).toBe(false))
