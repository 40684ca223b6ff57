import { NO_RULES, type RegistryRules } from '../../../src/registry/rules.js'
import { candidatesOf } from '../../../src/registry/short-names.js'

const digest = `sha256:${'a'.repeat(64)}`
const rules: RegistryRules = {
  ...NO_RULES,
  searchRegistries: ['one.example', 'docker.io'],
  aliases: new Map([
    ['ubi9/ubi', 'registry.access.redhat.com/ubi9/ubi'],
    ['busybox', 'docker.io/busybox'],
    ['erased', ''],
  ]),
}

test.each([
  ['registry.access.redhat.com/ubi9/ubi-minimal:9.6', ['registry.access.redhat.com/ubi9/ubi-minimal:9.6']],
  ['docker://quay.io/a/b', ['quay.io/a/b:latest']],
  ['docker.io/busybox', ['docker.io/library/busybox:latest']],
  ['index.docker.io/a/b:1', ['docker.io/a/b:1']],
  ['127.0.0.1:5000/a', ['127.0.0.1:5000/a:latest']],
  ['localhost:5000/a', ['localhost:5000/a:latest']],
  [`quay.io/a/b:1@${digest}`, [`quay.io/a/b:${digest}`]],
  ['ubi9/ubi', ['registry.access.redhat.com/ubi9/ubi:latest']],
  [`ubi9/ubi@${digest}`, [`registry.access.redhat.com/ubi9/ubi:${digest}`]],
  ['busybox:1', ['docker.io/library/busybox:1']],
  ['golang:1.24', ['one.example/golang:1.24', 'docker.io/library/golang:1.24']],
  ['team/app', ['one.example/team/app:latest', 'docker.io/team/app:latest']],
  ['erased', ['one.example/erased:latest', 'docker.io/library/erased:latest']],
])('%s means %j', (text, expected) => {
  const found = candidatesOf(text, rules)
  expect(found.map(({ repository, reference }) => `${repository.text}:${reference}`)).toEqual(expected)
})

test.each([
  ['localhost/mine:1', 'localhost/mine is in local storage only'],
  ['scratch', 'scratch is no image'],
  ['quay.io/a:${TAG}', '"quay.io/a:${TAG}" has a variable without a value'],
  ['docker-archive:/tmp/x.tar', '"docker-archive:/tmp/x.tar" is in no registry'],
  ['containers-storage:x', 'is in no registry'],
  ['quay.io/Upper/case', 'repository names are lower case'],
  ['quay.io/a@sha512:00', 'what follows @ is no sha256 digest'],
  ['quay.io/a:', '"" is no valid tag'],
])('%s: %s', (text, reason) => expect(() => candidatesOf(text, rules)).toThrow(reason))

describe('a short name without alias', () => {
  test('means nothing without search registries', () => {
    expect(() => candidatesOf('golang', NO_RULES)).toThrow('golang is a short name that has no alias')
  })

  test('is asked about when several are enforced', () => {
    expect(() => candidatesOf('golang', { ...rules, shortNameMode: 'enforcing' })).toThrow(
      'podman would have to ask which of one.example, docker.io is meant',
    )
  })

  test.each(['enforcing', 'permissive', 'disabled'] as const)('is clear with one, %s', (shortNameMode) => {
    const one = { ...rules, shortNameMode, searchRegistries: ['one.example'] }
    expect(candidatesOf('golang', one)).toHaveLength(1)
  })
})
