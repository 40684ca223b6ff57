import { planText } from '../../../src/report/plan.js'
import { parseCommandLine, usage } from '../../../src/request/command-line.js'
import { parsePlanRequest } from '../../../src/request/plan-request.js'
import { matrixOf } from '../../../src/services/matrix.js'
import type { Plan } from '../../../src/services/plan.js'
import { parseServices } from '../../../src/services/services.js'

const LIST = `
image: quay.io/o/{name}
services:
  - name: a
    file: a/Dockerfile
    args: {X: "1", TEXT: "two\\nlines \\"quoted\\""}
    verify-allow: /opt/*
  - name: b
    platforms: [linux/s390x]
  - name: c
`

function planOf(text: string): Plan {
  const services = parseServices(text)
  return {
    planned: services.slice(0, 2).map((service) => ({ service, reason: 'why' })),
    unchanged: services.slice(2),
    notice: undefined,
  }
}

describe('matrixOf', () => {
  it('has a job for each service and platform, and one for each index', () => {
    const request = parsePlanRequest({
      services: LIST,
      runners: '# ours\nlinux/arm64/v8=["self-hosted","arm64"]\n',
    })
    const matrix = matrixOf(planOf(LIST), request)
    expect(matrix.build.include.map(({ name, runner }) => [name, runner])).toEqual([
      ['a (linux/amd64)', 'ubuntu-24.04'],
      ['a (linux/arm64)', ['self-hosted', 'arm64']],
      ['b (linux/s390x)', 'ubuntu-24.04'],
    ])
    expect(matrix.build.include[0]).toEqual({
      service: 'a',
      name: 'a (linux/amd64)',
      image: 'quay.io/o/a',
      context: '.',
      file: 'a/Dockerfile',
      target: '',
      'build-args': 'X=1\n"TEXT=two\nlines ""quoted"""',
      'smoke-test': '',
      'verify-allow': '/opt/*',
      platform: 'linux/amd64',
      runner: 'ubuntu-24.04',
      'artifact-name': 'a-linux-amd64',
    })
    expect(matrix.merge.include).toEqual([
      { service: 'a', image: 'quay.io/o/a', platforms: 'linux/amd64,linux/arm64', 'verify-allow': '/opt/*' },
      { service: 'b', image: 'quay.io/o/b', platforms: 'linux/s390x', 'verify-allow': '' },
    ])
    expect(matrix).toMatchObject({ services: ['a', 'b'], unchanged: ['c'], reasons: { a: 'why', b: 'why' } })
  })

  it('takes GitHub’s native runner for arm64', () => {
    const { include } = matrixOf(planOf(LIST), parsePlanRequest({ services: LIST })).build
    expect(include[1]!.runner).toBe('ubuntu-24.04-arm')
  })

  it('refuses more jobs than GitHub runs', () => {
    const many = Array.from({ length: 129 }, (_, at) => `- {name: s${at}, image: quay.io/o/s${at}}`).join(
      '\n',
    )
    const plan = { ...planOf(many), planned: parseServices(many).map((service) => ({ service, reason: '' })) }
    expect(() => matrixOf(plan, parsePlanRequest({ services: many }))).toThrow('258 jobs')
    expect(
      matrixOf(plan, parsePlanRequest({ services: many, platforms: 'linux/arm64' })).build.include,
    ).toHaveLength(129)
  })

  it('is told to people in a line for each service', () => {
    expect(planText(planOf(LIST))).toBe('2 of 3 services to build\n  a  why\n  b  why\n  c  unchanged')
  })
})

describe('parsePlanRequest', () => {
  it('reads what was typed', () => {
    const { command, given } = parseCommandLine(['plan', '--all', '--services', '- name: a', '--base=main'])
    expect([command, given]).toEqual(['plan', { all: 'true', services: '- name: a', base: 'main' }])
    expect(usage()).toMatch(/plan --services FILE/)
  })

  it.each([
    [{}, /services: is missing/],
    [{ services: 's', base: '-x' }, /is no commit/],
    [{ services: 's', all: 'perhaps' }, /no boolean/],
    [{ services: 's', platforms: 'linux/x' }, /unknown architecture/],
    [{ services: 's', runners: 'arm' }, /not of the form/],
    [{ services: 's', runners: 'arm=x' }, /is no platform/],
    [{ services: 's', runners: 'linux/arm64=[1]' }, /no list of labels/],
    [{ services: 's', runners: 'linux/arm64=[' }, /JSON/],
    [{ services: 's', runners: 'linux/arm64=a\nlinux/aarch64=b' }, /there twice/],
    [{ services: 's', bas: 'x' }, /is no option of plan/],
  ])('refuses %j', (given, problem) => {
    expect(() => parsePlanRequest(given as Record<string, string>)).toThrow(problem)
  })

  it('takes empty options, as a workflow passes them, for none', () => {
    const request = parsePlanRequest({ services: 's', platforms: '', runners: '', base: '', all: '' })
    expect(request).toMatchObject({ base: undefined, all: false })
    expect(request.platforms.map(({ text }) => text)).toEqual(['linux/amd64', 'linux/arm64'])
  })
})
