import { parseDockerfile } from '../../../src/dockerfile/parse.js'
import { verifyDockerfile } from '../../../src/verify/dockerfile.js'
import { describeFinding } from '../../../src/verify/verdict.js'

function findings(text: string, format: 'oci' | 'docker' = 'oci', target?: string): string[] {
  return verifyDockerfile(parseDockerfile(text, 'Dockerfile'), { target, format }).map(
    (finding) => `${finding.severity} ${finding.location?.line}: ${describeFinding(finding)}`,
  )
}

test.each(['HEALTHCHECK CMD curl -f localhost', 'SHELL ["/bin/bash", "-c"]', 'ONBUILD RUN x'])(
  '%s',
  (instruction) => {
    const keyword = instruction.split(' ')[0]!
    const text = `FROM a AS b\n${instruction}\nFROM b\nCOPY f /\n`
    expect(findings(text)).toEqual([expect.stringContaining(`warning 2: found ${keyword}`)])
    expect(findings(text, 'docker')).toEqual([])
    expect(findings(`FROM a AS b\n${instruction}\nFROM scratch\n`)).toEqual([])
  },
)

test('HEALTHCHECK NONE loses nothing, and of several the last counts', () => {
  expect(findings('FROM a\nHEALTHCHECK NONE\n')).toEqual([])
  expect(findings('FROM a\nHEALTHCHECK CMD a\nHEALTHCHECK NONE\n')).toEqual([])
  expect(findings('FROM a\nHEALTHCHECK CMD a\nHEALTHCHECK CMD b\n')).toHaveLength(1)
})

test('a stage for work that is published for want of a target', () => {
  const text = 'FROM a AS production\nFROM b AS development\n'
  expect(findings(text)).toEqual([
    expect.stringContaining('warning 2: found that the stage development is published'),
  ])
  expect(findings(text, 'oci', 'development')).toEqual([])
  expect(findings('FROM a AS builder\nFROM b AS production\n')).toEqual([])
  expect(findings('FROM a AS builder\nFROM b AS test\n')).toEqual([])
  expect(findings('FROM a AS production\nFROM b\n')).toEqual([])
  expect(findings('')).toEqual([])
})
