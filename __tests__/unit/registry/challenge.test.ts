import fc from 'fast-check'
import { chooseChallenge, parseChallenges } from '../../../src/registry/challenge.js'

test.each([
  [
    'Bearer realm="https://auth.docker.io/token",service="registry.docker.io",scope="repository:a/b:pull,push"',
    [
      {
        scheme: 'bearer',
        parameters: {
          realm: 'https://auth.docker.io/token',
          service: 'registry.docker.io',
          scope: 'repository:a/b:pull,push',
        },
      },
    ],
  ],
  ['Basic realm="a \\"quoted\\", realm"', [{ scheme: 'basic', parameters: { realm: 'a "quoted", realm' } }]],
  [
    'BEARER Realm = plain , SERVICE="x"',
    [{ scheme: 'bearer', parameters: { realm: 'plain', service: 'x' } }],
  ],
  [
    'Bearer realm="",error=invalid_token',
    [{ scheme: 'bearer', parameters: { realm: '', error: 'invalid_token' } }],
  ],
  [
    'Negotiate YII+x/==, Basic realm="r", Bearer realm="https://t"',
    [
      { scheme: 'negotiate', parameters: {} },
      { scheme: 'basic', parameters: { realm: 'r' } },
      { scheme: 'bearer', parameters: { realm: 'https://t' } },
    ],
  ],
  ['Negotiate', [{ scheme: 'negotiate', parameters: {} }]],
  ['', []],
  ['"nonsense', []],
])('%s', (header, expected) => {
  expect(parseChallenges(header)).toEqual(expected)
})

test('any text can be parsed, and any quoted value survives', () => {
  fc.assert(fc.property(fc.string(), (text) => Array.isArray(parseChallenges(text))))
  fc.assert(
    fc.property(fc.string(), fc.string(), (realm, service) => {
      const quote = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`
      const [challenge] = parseChallenges(`Bearer realm=${quote(realm)}, service=${quote(service)}`)
      expect(challenge?.parameters).toEqual({ realm, service })
    }),
  )
})

test('Bearer is chosen before Basic, and nothing where neither is offered', () => {
  const choose = (header: string) => chooseChallenge(parseChallenges(header))?.scheme
  expect(choose('Basic realm="r", Bearer realm="https://t"')).toBe('bearer')
  expect(choose('Bearer service="no realm", Basic realm="r"')).toBe('basic')
  expect(choose('Negotiate')).toBeUndefined()
})
