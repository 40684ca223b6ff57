import { jest } from '@jest/globals'
import { native } from '../support/cached-build.js'
import { type ServiceRun, service, tamper } from '../support/service.js'
import { expectNoLeftovers, registry } from '../support/world.js'

// What earlier runs left is checked as any image is. Where it is wrong and a build without it is right, that is what comes out.

expectNoLeftovers()
jest.setTimeout(600_000)

const base = `${registry}/ubi9/ubi-minimal:9.6`

const warnings = ({ annotations }: ServiceRun) =>
  annotations.filter(({ level }) => level === 'warning').map(({ message }) => message)

function repairs({ outputs }: ServiceRun): Record<string, string | undefined> {
  const { builds } = JSON.parse(outputs.metadata!) as { builds: Record<string, { repaired?: string }> }
  return Object.fromEntries(Object.entries(builds).map(([name, { repaired }]) => [name, repaired]))
}

const again = (what: string) =>
  new RegExp(
    `^linux/\\w+: with what earlier runs had left the image was wrong, so it is built again .*${what}`,
  )

test('the image of an earlier run with a stale label: built again, and right from then on', async () => {
  const { run, cache } = service({
    Dockerfile: 'FROM scratch\nARG V=1\nLABEL version=${V}\nCOPY f /f\n',
    f: 'content',
  })
  const first = await run()
  tamper(cache, (records) => records.replaceAll('"version":"1"', '"version":"0"'))
  const second = await run()
  expect(second.outputs.digests).toBe(first.outputs.digests)
  expect(second.unchanged).toEqual([])
  expect(warnings(second)).toEqual([
    expect.stringMatching(again('version')),
    expect.stringMatching(again('version')),
  ])
  expect(second.summary).toContain('built again')
  for (const repaired of Object.values(repairs(second))) expect(repaired).toContain('version')
  const third = await run()
  expect(third).toMatchObject({ unchanged: ['linux/amd64', 'linux/arm64'], annotations: [] })
  expect(Object.values(repairs(third))).toEqual([undefined, undefined])
})

test('a step’s image with another environment: built again without it, cache mounts too, and right from then on', async () => {
  const { run, write, cache } = service({
    Dockerfile: `FROM ${base}
ARG V=1
ENV LEVEL=\${V}
RUN sleep 1.5; echo made >/made
COPY src /src
RUN --mount=type=cache,target=/kept echo "mount holds: $(ls /kept)"; echo >/kept/data
`,
    'src/main': '1',
  })
  const inputs = { platforms: native }
  await run(inputs)
  tamper(cache, (records) => records.replaceAll('"LEVEL=1"', '"LEVEL=0"'))
  write('src/main', '2')
  const second = await run(inputs)
  expect(warnings(second)).toEqual([expect.stringMatching(again('LEVEL'))])
  expect(second.resumed()).toEqual([])
  // First with what was kept, then without it.
  expect(second.stdout.match(/(?<=\] mount holds: ).*/g)).toEqual(['data', ''])
  const plain = { cache: 'off', 'cache-dir': '', 'cache-write': 'auto' }
  expect(second.outputs.digests).toBe((await run({ ...inputs, ...plain })).outputs.digests)
  write('src/main', '3')
  const third = await run(inputs)
  expect(third.resumed()).toHaveLength(1)
  expect(third.stdout).toContain('mount holds: data')
  expect(warnings(third)).toEqual([])
})
