import { agree } from '../../../src/podman/kept-stores.js'

test('builds share a store when each repository is meant for one platform', () => {
  const go = new Map([
    ['q.io/go', 'linux/amd64'],
    ['q.io/base', 'linux/arm64'],
  ])
  expect(agree(new Map(), go)).toBe(true)
  expect(agree(go, new Map([['q.io/go', 'linux/amd64']]))).toBe(true)
  expect(agree(go, new Map([['q.io/other', 'linux/arm64']]))).toBe(true)
  expect(agree(go, new Map([['q.io/go', 'linux/arm64']]))).toBe(false)
})
