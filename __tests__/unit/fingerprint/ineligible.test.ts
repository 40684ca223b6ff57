import { compute, type Given, image } from './support/inputs.js'

test.each<[string, Given, string, number | undefined]>([
  ['an address', { dockerfile: 'FROM base\nADD http://x/y /\n' }, 'http://x/y may have changed', 2],
  ['a repository', { dockerfile: 'FROM base\nADD https://x/y.git#main /\n' }, 'repository', 2],
  ['an address behind an argument', { dockerfile: 'FROM base\nADD $PATH /\n' }, 'unknown value', 2],
  [
    'a base that is here only',
    { dockerfile: 'FROM mine\n', images: { mine: 'local' } },
    'this machine only',
    1,
  ],
  ['a base that nobody has', { dockerfile: 'FROM no\n', images: { no: undefined } }, 'could not be told', 1],
  [
    'a base with ONBUILD',
    { dockerfile: 'FROM b\n', images: { b: image('b', [], ['COPY . /']) } },
    'ONBUILD',
    1,
  ],
  ['a stage with ONBUILD', { dockerfile: 'FROM b AS x\nONBUILD COPY . /\nFROM x\n' }, 'ONBUILD', 3],
  [
    'the time of the build',
    { dockerfile: 'FROM b\n', settings: { timestamp: undefined } },
    'time',
    undefined,
  ],
  ['the preprocessor', { dockerfile: 'FROM b\n', name: 'Dockerfile.in' }, 'preprocessor', undefined],
  [
    'a volume',
    { dockerfile: 'FROM b\n', settings: { extraArgs: ['--volume=/a:/b'] } },
    '--volume',
    undefined,
  ],
  ['a volume, short', { dockerfile: 'FROM b\n', settings: { extraArgs: ['-v', '/a:/b'] } }, '-v', undefined],
  [
    'a variable of the host',
    { dockerfile: 'FROM b\n', settings: { extraArgs: ['--env=X'] } },
    '--env',
    undefined,
  ],
  ['here-documents before 4.8', { dockerfile: 'FROM b\nRUN <<E\nx\nE\n', podman: '4.3.1' }, '4.8', 2],
  ['another escape character', { dockerfile: '# escape=`\nFROM b\n' }, 'escape', 1],
  ['two backslashes', { dockerfile: 'FROM b\nRUN x \\\\\nRUN y\n' }, 'backslashes', 2],
  ['stages of one name', { dockerfile: 'FROM b AS x\nFROM c AS x\nFROM x\n' }, 'several stages', 3],
  [
    'a remote build context',
    { dockerfile: 'FROM b\nCOPY --from=c . /\n', settings: { buildContexts: ['c=https://x/y'] } },
    'neither',
    2,
  ],
  ['a mount of another type', { dockerfile: 'FROM b\nRUN --mount=type=new,target=/x y\n' }, 'type new', 2],
  [
    'a context named almost so',
    { dockerfile: 'FROM b:latest\n', settings: { buildContexts: ['docker.io/library/b=docker-image://c'] } },
    'may or may not',
    1,
  ],
  ['bytes that are no text', { dockerfile: 'FROM b\nRUN \uFFFD\n' }, 'not UTF-8', 1],
  ['no such target', { dockerfile: 'FROM b\n', settings: { target: 'x' } }, 'no such stage', undefined],
])('%s has no key', async (_what, given, reason, line) => {
  const { key, ineligible } = await compute(given)
  expect(key).toBeUndefined()
  expect(ineligible).toEqual([{ reason: expect.stringContaining(reason), line }])
})

test('a stage that the target does not need does no harm', async () => {
  const { key, ineligible } = await compute({ dockerfile: 'FROM b AS x\nADD http://x/y /\nFROM b\nRUN z\n' })
  expect(ineligible).toEqual([])
  expect(key).toMatch(/^sha256:/)
})

test('a checksum makes an address one that can be relied on', async () => {
  const { key } = await compute({ dockerfile: 'FROM b\nADD --checksum=sha256:1 https://x/y /\n' })
  expect(key).toMatch(/^sha256:/)
})
