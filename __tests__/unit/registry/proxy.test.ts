import { proxyFor } from '../../../src/registry/proxy.js'

const PROXY = 'http://proxy:3128'

test.each([
  ['https://quay.io/v2/', { HTTPS_PROXY: PROXY }, PROXY],
  ['https://quay.io/v2/', { https_proxy: 'proxy:3128', HTTPS_PROXY: 'http://other' }, PROXY],
  ['https://quay.io/v2/', { HTTP_PROXY: PROXY }, undefined],
  ['http://quay.io/v2/', { HTTP_PROXY: PROXY }, PROXY],
  ['https://quay.io/v2/', { HTTPS_PROXY: '' }, undefined],
  ['https://localhost:5000/v2/', { HTTPS_PROXY: PROXY }, undefined],
  ['https://127.8.0.1/v2/', { HTTPS_PROXY: PROXY }, undefined],
  ['https://[::1]:5000/v2/', { HTTPS_PROXY: PROXY }, undefined],
])('%s with %j goes through %s', (url, env, expected) => {
  expect(proxyFor(new URL(url), env)).toBe(expected)
})

test.each([
  ['*', 'https://quay.io', false],
  ['quay.io', 'https://quay.io', false],
  ['quay.io', 'https://cdn.quay.io', false],
  ['quay.io', 'https://notquay.io', true],
  ['.quay.io', 'https://cdn.quay.io', false],
  ['.quay.io', 'https://quay.io', true],
  ['*.quay.io', 'https://cdn.quay.io', false],
  ['QUAY.IO', 'https://quay.io', false],
  ['quay.io:443', 'https://quay.io', false],
  ['quay.io:8443', 'https://quay.io', true],
  ['a.example, b.example\tquay.io', 'https://quay.io', false],
  ['10.0.0.0/8', 'https://10.1.2.3:5000', false],
  ['10.0.0.0/8', 'https://11.1.2.3:5000', true],
  ['10.0.0.0/8', 'https://registry.internal', true],
  ['10.1.2.3', 'https://10.1.2.3:5000', false],
  ['fd00::/8', 'https://[fd00::1]:5000', false],
  ['10.0.0.0/99', 'https://10.1.2.3', true],
])('NO_PROXY=%s: %s goes through the proxy: %s', (NO_PROXY, url, expected) => {
  expect(proxyFor(new URL(url), { HTTPS_PROXY: PROXY, NO_PROXY }) !== undefined).toBe(expected)
})
