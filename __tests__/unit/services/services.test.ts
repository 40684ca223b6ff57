import { InputError } from '../../../src/errors.js'
import { parseServices } from '../../../src/services/services.js'
import { SERVICES } from './support/monorepo.js'

function failure(text: string, file?: string, below?: string): InputError {
  try {
    parseServices(text, file, below)
  } catch (error) {
    expect(error).toBeInstanceOf(InputError)
    return error as InputError
  }
  throw new Error('it was taken')
}

const ONE = '- name: a\n  image: quay.io/o/a\n'

describe('parseServices', () => {
  it('reads a list, and a map with defaults', () => {
    expect(parseServices(ONE)).toMatchObject([{ name: 'a', image: 'quay.io/o/a', context: '.' }])
    expect(parseServices('[{name: a, image: quay.io/o/a}]')).toHaveLength(1)
    const text = `
image: quay.io/o/{name}
defaults:
  context: services/{name}
  args: {VERSION: "1.20", NAME: "{name}"}
services:
  - name: a
    args: [VERSION=2, X=a=b]
    platforms: linux/amd64, linux/arm64/v8
    smoke-test: --version
    verify-allow: [/opt/*, /srv/x]
  - name: b
    context: .
    platforms: [linux/s390x]
`
    const [a, b] = parseServices(text)
    expect(a).toMatchObject({
      image: 'quay.io/o/a',
      context: 'services/a',
      args: ['VERSION=2', 'NAME=a', 'X=a=b'],
      smokeTest: '--version',
      verifyAllow: ['/opt/*', '/srv/x'],
    })
    expect(a!.platforms!.map(({ text }) => text)).toEqual(['linux/amd64', 'linux/arm64'])
    expect(b).toMatchObject({ context: '.', args: ['VERSION=1.20', 'NAME=b'] })
    expect(parseServices(SERVICES)).toHaveLength(14)
  })

  it('follows anchors', () => {
    const text = 'defaults:\n  args: &a {X: "1"}\nservices:\n- {name: a, image: quay.io/o/a, args: *a}\n'
    expect(parseServices(text)[0]!.args).toEqual(['X=1'])
  })

  it('says which key, service, file and line, and what was meant', () => {
    const error = failure(`${ONE}  contxt: .\n`, '/r/services.yaml')
    expect(error.message).toBe('input services: service “a” has the unknown key "contxt"')
    expect(error.cure).toBe('did you mean context?')
    expect(error.location).toEqual({ file: '/r/services.yaml', line: 3 })
    expect(failure(`${ONE}  contxt: .\n`).message).toMatch(/line 3: service “a”/)
  })

  it.each([
    ['', /names no service/],
    ['services: []', /names no service/],
    ['services: 1', /services is no list/],
    ['- a', /no map/],
    ['- {image: quay.io/o/a}', /service 1 has no name/],
    ['- {name: a}', /has no image/],
    ['- {name: A, image: quay.io/o/a}', /no name of a service/],
    ['- {name: 1, image: quay.io/o/a}', /is a number/],
    ['- {name: a, image: o/a}', /names no registry/],
    ['- {name: a, image: "quay.io/o/a:1"}', /no tag/],
    ['image: quay.io/o/{nme}\nservices: [{name: a}]', /no valid|path component/],
    [`${ONE}  context: /etc\n`, /leads out/],
    [`${ONE}  context: ../x\n`, /leads out/],
    [`${ONE}  file: a/../../x\n`, /leads out/],
    [`${ONE}  target: 2\n`, /is a number/],
    [`${ONE}  target:\n`, /has no value/],
    [`${ONE}  args: {A: 1.20}\n`, /is a number/],
    [`${ONE}  args: {A: true}\n`, /is a boolean/],
    [`${ONE}  args: [A]\n`, /not of the form NAME=value/],
    [`${ONE}  args: {TARGETARCH: arm64}\n`, /one value for all platforms/],
    [`${ONE}  platforms: linux/amd46\n`, /unknown architecture/],
    [`${ONE}  platforms: [linux/arm64, linux/arm64/v8]\n`, /there twice/],
    [`${ONE}  smoke-test: a && b\n`, /operator/],
    [`${ONE}  image: quay.io/o/b\n`, /unique/],
    [`${ONE}- name: a\n  image: quay.io/o/b\n`, /has the name a, which stands in line 1/],
    [`${ONE}- name: b\n  image: quay.io/o/a\n`, /has the image quay.io\/o\/a, which stands in line 1/],
    ['- {name: a, image: quay.io/o/a', /line 1/],
  ])('refuses %j', (text, problem) => {
    expect(failure(text).message).toMatch(problem)
  })

  it('says how a number is written as text', () => {
    expect(failure(`${ONE}  args: {A: 1.20}\n`).cure).toBe('write it in quotes: "1.20"')
  })

  it('lets a path lead to the root of the repository from a folder below', () => {
    expect(parseServices(`${ONE}  context: ../..\n`, undefined, 'a/b')[0]!.context).toBe('../..')
    expect(failure(`${ONE}  context: ../../..\n`, undefined, 'a/b').message).toMatch(/leads out/)
  })
})
