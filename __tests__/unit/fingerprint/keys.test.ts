import { chain, commonSteps, compute, type Given, image } from './support/inputs.js'

const files = {
  'a.txt': 'a',
  'src/b.txt': 'b',
  'src/deep/c.txt': 'c',
  'bin/x-arm64': 'x',
  'bin/x-amd64': 'y',
}
const copyAll: Given = { dockerfile: 'FROM scratch\nCOPY . /\n', files }
const copySrc: Given = { dockerfile: 'FROM scratch\nCOPY src /src\n', files }
const run: Given = { dockerfile: 'FROM base\nARG USED=1\nRUN make\n', files }
const args = (...buildArgs: string[]) => ({ settings: { buildArgs } })
const heredoc = (body: string): Given => ({ dockerfile: `FROM base\nRUN <<EOF\n${body}\nEOF\n` })
const bind = (dockerfile: string, more: Record<string, string> = {}): Given => ({
  dockerfile,
  files: { ...files, '.dockerignore': 'src\n', ...more },
})
const B = 'FROM base\nRUN --mount=type=bind,source=src,target=/src make\n'
const with_ = (given: Given, more: Partial<Given>): Given => ({ ...given, ...more })
const text = (given: Given, from: string, to: string) =>
  with_(given, { dockerfile: given.dockerfile.replace(from, to) })

const staged = 'FROM base AS one\nRUN make\nFROM other AS two\nRUN x\nFROM scratch\nCOPY --from=one /a /a\n'
const cross = 'FROM --platform=$BUILDPLATFORM base\nARG TARGETARCH\nCOPY bin/x-$TARGETARCH /x\n'

test.each<[string, Given, Given]>([
  // Files
  ['content', copyAll, with_(copyAll, { files: { ...files, 'a.txt': 'A' } })],
  ['a name', copyAll, with_(copyAll, { files: { ...files, 'z.txt': '' } })],
  ['a mode', copyAll, with_(copyAll, { files: { ...files, 'a.txt': { text: 'a', mode: 0o755 } } })],
  ['the bit setuid', copyAll, with_(copyAll, { files: { ...files, 'a.txt': { text: 'a', mode: 0o4644 } } })],
  ['an empty folder', copyAll, with_(copyAll, { files: { ...files, empty: { folder: true } } })],
  [
    'a link’s target',
    with_(copyAll, { files: { ...files, l: { link: 'a.txt' } } }),
    with_(copyAll, { files: { ...files, l: { link: 'b.txt' } } }),
  ],
  [
    'a file that becomes a link to itself elsewhere',
    with_(copyAll, { files: { ...files, l: 'a' } }),
    with_(copyAll, { files: { ...files, l: { link: 'a.txt' } } }),
  ],
  [
    'what a copied link leads to',
    { dockerfile: 'FROM scratch\nCOPY l /l\n', files: { ...files, l: { link: 'src' } } },
    { dockerfile: 'FROM scratch\nCOPY l /l\n', files: { ...files, l: { link: 'src' }, 'src/b.txt': 'B' } },
  ],
  [
    'what a link leads to that a pattern with brackets may find',
    { dockerfile: 'FROM scratch\nCOPY d/[l]* /l\n', files: { ...files, 'd/l': { link: '../src' } } },
    {
      dockerfile: 'FROM scratch\nCOPY d/[l]* /l\n',
      files: { ...files, 'd/l': { link: '../src' }, 'src/b.txt': 'B' },
    },
  ],
  [
    'what is behind a link in the middle of a pattern with brackets',
    { dockerfile: 'FROM scratch\nCOPY d/[l]/b.txt /l\n', files: { ...files, 'd/l': { link: '../src' } } },
    {
      dockerfile: 'FROM scratch\nCOPY d/[l]/b.txt /l\n',
      files: { ...files, 'd/l': { link: '../src' }, 'src/b.txt': 'B' },
    },
  ],
  [
    'what is behind a link that stands behind another, in a pattern with brackets',
    {
      dockerfile: 'FROM scratch\nCOPY d/[l]/[m]/b.txt /l\n',
      files: { ...files, 'd/l': { link: '../e' }, 'e/m': { link: '../src' } },
    },
    {
      dockerfile: 'FROM scratch\nCOPY d/[l]/[m]/b.txt /l\n',
      files: { ...files, 'd/l': { link: '../e' }, 'e/m': { link: '../src' }, 'src/b.txt': 'B' },
    },
  ],
  [
    'what is behind an ignored link in the middle of a pattern with brackets',
    {
      dockerfile: 'FROM scratch\nCOPY d/[l]/b.txt /l\n',
      files: { ...files, 'd/l': { link: '../src' }, '.dockerignore': 'd/l\n' },
    },
    {
      dockerfile: 'FROM scratch\nCOPY d/[l]/b.txt /l\n',
      files: { ...files, 'd/l': { link: '../src' }, '.dockerignore': 'd/l\n', 'src/b.txt': 'B' },
    },
  ],
  [
    'what a copied link leads to, by an absolute path',
    { dockerfile: 'FROM scratch\nCOPY l/b.txt /l\n', files: { ...files, l: { link: '/src' } } },
    {
      dockerfile: 'FROM scratch\nCOPY l/b.txt /l\n',
      files: { ...files, l: { link: '/src' }, 'src/b.txt': 'B' },
    },
  ],
  [
    'a file that a pattern begins to match',
    { dockerfile: 'FROM scratch\nCOPY *.txt /\n', files },
    { dockerfile: 'FROM scratch\nCOPY *.txt /\n', files: { ...files, 'n.txt': '' } },
  ],
  [
    'a file below what a bracket may match',
    { dockerfile: 'FROM scratch\nCOPY [a-b].txt /\n', files },
    { dockerfile: 'FROM scratch\nCOPY [a-b].txt /\n', files: { ...files, 'b.txt': '' } },
  ],
  [
    'a file at any depth',
    { dockerfile: 'FROM scratch\nCOPY **/c.txt /\n', files },
    { dockerfile: 'FROM scratch\nCOPY **/c.txt /\n', files: { ...files, 'src/deep/c.txt': 'C' } },
  ],
  [
    'a name that is a pattern itself',
    { dockerfile: 'FROM scratch\nCOPY w* /\n', files: { 'w[1]': '', x1: '' } },
    { dockerfile: 'FROM scratch\nCOPY w* /\n', files: { 'w[1]': '', x1: '', w1: 'n' } },
  ],
  [
    'the mode of a folder above, with --parents',
    { dockerfile: 'FROM scratch\nCOPY --parents src/b.txt /\n', files },
    {
      dockerfile: 'FROM scratch\nCOPY --parents src/b.txt /\n',
      files: { 'src/b.txt': { text: 'b', mode: 0o600 } },
    },
  ],
  [
    'an unknown flag’s reach',
    { dockerfile: 'FROM scratch\nCOPY --new src /\n', files },
    { dockerfile: 'FROM scratch\nCOPY --new src /\n', files: { ...files, 'a.txt': 'A' } },
  ],
  [
    'an archive',
    { dockerfile: 'FROM scratch\nADD t.tar /\n', files: { 't.tar': '1' } },
    { dockerfile: 'FROM scratch\nADD t.tar /\n', files: { 't.tar': '2' } },
  ],
  // The ignore file
  [
    'a pattern that shows a file',
    with_(copyAll, { files: { ...files, '.dockerignore': 'a.txt\n.dockerignore\n' } }),
    with_(copyAll, { files: { ...files, '.dockerignore': '.dockerignore\n' } }),
  ],
  [
    'a negated file',
    with_(copyAll, { files: { ...files, '.dockerignore': 'bin\n!bin/*-arm64\n' } }),
    with_(copyAll, { files: { ...files, '.dockerignore': 'bin\n!bin/*-arm64\n', 'bin/x-arm64': 'X' } }),
  ],
  [
    'an ignored file behind a link',
    {
      dockerfile: 'FROM base\nCOPY l/deep /\n',
      files: { ...files, l: { link: 'src' }, '.dockerignore': 'src\n' },
    },
    {
      dockerfile: 'FROM base\nCOPY l/deep /\n',
      files: { ...files, l: { link: 'src' }, '.dockerignore': 'src\n', 'src/deep/c.txt': 'C' },
    },
  ],
  [
    'an ignored folder that a pattern finds first',
    { dockerfile: 'FROM base\nCOPY b* /out\n', files: { b1: '', '.dockerignore': 'b0\n' } },
    {
      dockerfile: 'FROM base\nCOPY b* /out\n',
      files: { b1: '', '.dockerignore': 'b0\n', b0: { folder: true } },
    },
  ],
  [
    'an ignored folder that brackets find first',
    { dockerfile: 'FROM base\nCOPY [b]* /out\n', files: { b1: '', '.dockerignore': 'b0\n' } },
    {
      dockerfile: 'FROM base\nCOPY [b]* /out\n',
      files: { b1: '', '.dockerignore': 'b0\n', b0: { folder: true } },
    },
  ],
  [
    'a file that an ignore file outside of the context would hide',
    {
      dockerfile: 'FROM base\nCOPY . /\n',
      files: { x: '', '../outside': 'x\n', '.dockerignore': { link: '../outside' } },
    },
    {
      dockerfile: 'FROM base\nCOPY . /\n',
      files: { x: '1', '../outside': 'x\n', '.dockerignore': { link: '../outside' } },
    },
  ],
  // Variables
  ['a RUN’s argument', run, with_(run, args('USED=2'))],
  [
    'an argument from the environment',
    with_(run, args('USED')),
    with_(run, { ...args('USED'), env: { USED: '3' } }),
  ],
  ['a default', run, text(run, 'USED=1', 'USED=2')],
  [
    'a label’s argument',
    { dockerfile: 'FROM base\nARG V=1\nLABEL v=$V\n' },
    { dockerfile: 'FROM base\nARG V=1\nLABEL v=$V\n', ...args('V=2') },
  ],
  [
    'an argument behind another',
    { dockerfile: 'FROM base\nARG A=1\nARG B="x$A"\nENV v=${B:-d}\n' },
    { dockerfile: 'FROM base\nARG A=1\nARG B="x$A"\nENV v=${B:-d}\n', ...args('A=2') },
  ],
  [
    'an argument behind a value in mixed quotes',
    { dockerfile: 'FROM base\nARG A=1\nARG B=x"$A"\'y\'\nLABEL v=$B\n' },
    { dockerfile: 'FROM base\nARG A=1\nARG B=x"$A"\'y\'\nLABEL v=$B\n', ...args('A=2') },
  ],
  [
    'a global argument declared again',
    { dockerfile: 'ARG V=1\nFROM base\nARG V\nRUN x\n' },
    { dockerfile: 'ARG V=2\nFROM base\nARG V\nRUN x\n' },
  ],
  [
    'a base named by an argument',
    { dockerfile: 'ARG B=one\nFROM ${B}\n' },
    { dockerfile: 'ARG B=one\nFROM ${B}\n', ...args('B=two') },
  ],
  [
    'a user',
    { dockerfile: 'FROM base\nARG U=1\nUSER $U\n' },
    { dockerfile: 'FROM base\nARG U=1\nUSER $U\n', ...args('U=2') },
  ],
  [
    'an owner by an argument',
    { dockerfile: 'FROM base\nARG U=1\nCOPY --chown=$U a.txt /\n', files },
    { dockerfile: 'FROM base\nARG U=1\nCOPY --chown=$U a.txt /\n', files, ...args('U=2') },
  ],
  [
    'a source by an argument',
    { dockerfile: cross, files },
    { dockerfile: cross, files: { ...files, 'bin/x-arm64': 'X' } },
  ],
  [
    'a source that a variable of the base image names',
    { dockerfile: 'FROM base\nCOPY $WHAT /\n', files, images: { base: image('1', ['WHAT=src']) } },
    {
      dockerfile: 'FROM base\nCOPY $WHAT /\n',
      files: { ...files, 'src/b.txt': 'B' },
      images: { base: image('1', ['WHAT=src']) },
    },
  ],
  [
    'a source by two declarations of one argument',
    { dockerfile: 'FROM base\nARG W=src\nARG W=bin\nCOPY $W /\n', files },
    { dockerfile: 'FROM base\nARG W=src\nARG W=bin\nCOPY $W /\n', files: { ...files, 'src/b.txt': 'B' } },
  ],
  [
    'a here-document’s variable',
    { dockerfile: 'FROM base\nARG V=1\nCOPY <<EOF /f\n$V\nEOF\n' },
    { dockerfile: 'FROM base\nARG V=1\nCOPY <<EOF /f\n$V\nEOF\n', ...args('V=2') },
  ],
  [
    'a source by a variable that a variable names',
    { dockerfile: 'FROM base\nARG N=W\nENV ${N}=src\nCOPY $W/ /\n', files },
    { dockerfile: 'FROM base\nARG N=W\nENV ${N}=src\nCOPY $W/ /\n', files: { ...files, 'src/b.txt': 'B' } },
  ],
  // RUN
  ['a command', run, text(run, 'make', 'make all')],
  ['a here-document', heredoc('make'), heredoc('make all')],
  ['a comment in a here-document', heredoc('make'), heredoc('# x\nmake')],
  ['line ends in a here-document', heredoc('a\nb'), heredoc('a\r\nb')],
  ['SHELL before it', run, text(run, 'RUN', 'SHELL ["/bin/bash", "-c"]\nRUN')],
  ['an ignored file in a bind mount', bind(B), bind(B, { 'src/b.txt': 'B' })],
  [
    'the mode of a mounted file',
    bind(B),
    { ...bind(B), files: { ...bind(B).files, 'src/b.txt': { text: 'b', mode: 0o600 } } },
  ],
  [
    'a secret',
    { dockerfile: 'FROM base\nRUN --mount=type=secret,id=s x\n', secrets: { s: '1' } },
    { dockerfile: 'FROM base\nRUN --mount=type=secret,id=s x\n', secrets: { s: '2' } },
  ],
  [
    'a secret that is there',
    { dockerfile: 'FROM base\nRUN --mount=type=secret,id=s x\n' },
    { dockerfile: 'FROM base\nRUN --mount=type=secret,id=s x\n', secrets: { s: '' } },
  ],
  [
    'an image that is mounted',
    { dockerfile: 'FROM base\nRUN --mount=from=tools,target=/t x\n', images: { tools: image('1') } },
    { dockerfile: 'FROM base\nRUN --mount=from=tools,target=/t x\n', images: { tools: image('2') } },
  ],
  [
    'a stage that a cache mount begins with',
    { dockerfile: 'FROM base AS a\nRUN a\nFROM base\nRUN --mount=type=cache,from=a,target=/t x\n' },
    { dockerfile: 'FROM base AS a\nRUN b\nFROM base\nRUN --mount=type=cache,from=a,target=/t x\n' },
  ],
  ['the emulator', run, with_(run, { tools: { execution: () => 'qemu 9' } })],
  // Images and stages
  [
    'the base image',
    with_(run, { images: { base: image('1') } }),
    with_(run, { images: { base: image('2') } }),
  ],
  [
    'the base image’s name',
    { dockerfile: 'FROM one\n', images: { one: image('1'), two: image('1') } },
    { dockerfile: 'FROM two\n', images: { one: image('1'), two: image('1') } },
  ],
  ['a stage that is copied from', { dockerfile: staged }, { dockerfile: staged.replace('make', 'make all') }],
  [
    'a stage that an argument names',
    { dockerfile: 'FROM base AS one\nRUN a\nFROM base\nARG S=one\nCOPY --from=$S / /\n' },
    { dockerfile: 'FROM base AS one\nRUN b\nFROM base\nARG S=one\nCOPY --from=$S / /\n' },
  ],
  [
    'a stage by its number',
    { dockerfile: 'FROM base\nRUN a\nFROM base\nCOPY --from=0 / /\n' },
    { dockerfile: 'FROM base\nRUN b\nFROM base\nCOPY --from=0 / /\n' },
  ],
  [
    'an image that is copied from',
    { dockerfile: 'FROM base\nCOPY --from=tools / /\n', images: { tools: image('1') } },
    { dockerfile: 'FROM base\nCOPY --from=tools / /\n', images: { tools: image('2') } },
  ],
  [
    'a build context in an image’s place',
    { dockerfile: 'FROM base\n' },
    { dockerfile: 'FROM base\n', settings: { buildContexts: ['base=docker-image://other'] } },
  ],
  [
    'a folder as a build context',
    {
      dockerfile: 'FROM base\nCOPY --from=more . /\n',
      files,
      settings: { buildContexts: ['more={folder}/context/src'] },
    },
    {
      dockerfile: 'FROM base\nCOPY --from=more . /\n',
      files: { ...files, 'src/b.txt': 'B' },
      settings: { buildContexts: ['more={folder}/context/src'] },
    },
  ],
  // Settings
  ['the platform', run, with_(run, { platform: 'linux/amd64' })],
  ['podman', run, with_(run, { podman: '5.8.5' })],
  ['the format', run, with_(run, { settings: { format: 'docker' } })],
  ['the time', run, with_(run, { settings: { timestamp: 1 } })],
  ['hosts', run, with_(run, { settings: { addHosts: ['a:1.2.3.4'] } })],
  ['the network', run, with_(run, { settings: { network: 'none' } })],
  ['extra arguments', run, with_(run, { settings: { extraArgs: ['--cap-add=SYS_ADMIN'] } })],
  ['a proxy', run, with_(run, { env: { https_proxy: 'http://p' } })],
  ['a proxy as an argument', run, with_(run, args('HTTPS_PROXY=http://p'))],
  // Other instructions
  [
    'the order',
    { dockerfile: 'FROM base\nUSER 1\nWORKDIR /a\n' },
    { dockerfile: 'FROM base\nWORKDIR /a\nUSER 1\n' },
  ],
  ['an ARG’s name', { dockerfile: 'FROM base\nARG A\n' }, { dockerfile: 'FROM base\nARG B\n' }],
])('%s changes the key', async (_what, one, two) => {
  const [a, b] = [await compute(one), await compute(two)]
  expect([a.ineligible, b.ineligible]).toEqual([[], []])
  expect(a.key).toMatch(/^sha256:/)
  expect(b.key).toMatch(/^sha256:/)
  expect(b.key).not.toBe(a.key)
})

test.each<[string, Given, Given]>([
  ['nothing', copyAll, copyAll],
  [
    'another order of writing',
    copyAll,
    with_(copyAll, { files: Object.fromEntries(Object.entries(files).reverse()) }),
  ],
  ['a file that no COPY reaches', copySrc, with_(copySrc, { files: { ...files, 'a.txt': 'A' } })],
  [
    'an ignored file',
    with_(copyAll, { files: { ...files, '.dockerignore': 'a.txt\n' } }),
    with_(copyAll, { files: { ...files, '.dockerignore': 'a.txt\n', 'a.txt': 'A' } }),
  ],
  [
    'a file in an ignored folder, besides one that is taken back',
    with_(copyAll, { files: { ...files, '.dockerignore': 'bin\n!bin/*-arm64\n' } }),
    with_(copyAll, { files: { ...files, '.dockerignore': 'bin\n!bin/*-arm64\n', 'bin/x-amd64': 'Y' } }),
  ],
  [
    'the ignore file beside the Dockerfile instead',
    with_(copyAll, { files: { ...files, '.dockerignore': '*.txt\n.dockerignore\n' } }),
    with_(copyAll, { files: { ...files, '.dockerignore': '*.txt\n# other\n.dockerignore\n' } }),
  ],
  ['an unused argument', run, with_(run, args('OTHER=2'))],
  [
    'an argument that no step uses',
    { dockerfile: 'FROM base\nARG A\nCOPY src /\n', files },
    { dockerfile: 'FROM base\nARG A\nCOPY src /\n', files, ...args('A=2') },
  ],
  [
    'an argument of another stage',
    { dockerfile: 'FROM base AS a\nARG A\nRUN x\nFROM base\nRUN y\n' },
    { dockerfile: 'FROM base AS a\nARG A\nRUN x\nFROM base\nRUN y\n', ...args('A=2') },
  ],
  ['a comment', run, text(run, 'RUN', '# why\n\nRUN')],
  [
    'a comment between continued lines',
    text(run, 'make', 'make \\\n all'),
    text(run, 'make', 'make \\\n# why\n all'),
  ],
  ['an unneeded stage', { dockerfile: staged }, { dockerfile: staged.replace('RUN x', 'RUN y') }],
  [
    'an image of an unneeded stage',
    { dockerfile: staged },
    { dockerfile: staged, images: { other: 'local' } },
  ],
  ['a file beside a bind mount', bind(B), bind(B, { 'a.txt': 'A' })],
  [
    'a secret that no step mounts',
    { dockerfile: 'FROM base\nRUN x\n' },
    { dockerfile: 'FROM base\nRUN x\n', secrets: { s: '1' } },
  ],
  ['the emulator, without a RUN', copySrc, with_(copySrc, { tools: { execution: () => 'qemu 9' } })],
  [
    'another platform’s file',
    { dockerfile: cross, files },
    { dockerfile: cross, files: { ...files, 'bin/x-amd64': 'Y' } },
  ],
  ['a variable of the machine', run, with_(run, { env: { HOME: '/x' } })],
  [
    'retries in extra-args are none of an image’s business, but pull is',
    with_(run, { settings: { pull: true } }),
    run,
  ],
])('%s does not change the key', async (_what, one, two) => {
  const [a, b] = [await compute(one), await compute(two)]
  expect([a.ineligible, b.ineligible]).toEqual([[], []])
  expect(a.key).toMatch(/^sha256:/)
  expect(b.key).toBe(a.key)
})

describe('the prefix property', () => {
  const long = (change: (lines: string[]) => void = () => undefined): string => {
    const lines = [
      'FROM base',
      'WORKDIR /app',
      'COPY src /src',
      'ARG V=1',
      'RUN make',
      'COPY a.txt /',
      'LABEL v=$V',
    ]
    change(lines)
    return `${lines.join('\n')}\n`
  }
  test.each<[string, Partial<Given>, number]>([
    ['a later step', { dockerfile: long((lines) => lines.splice(6, 1, 'LABEL w=$V')) }, 6],
    ['a step put in', { dockerfile: long((lines) => lines.splice(2, 0, 'USER 1')) }, 2],
    ['a later file', { files: { ...files, 'a.txt': 'A' } }, 5],
    ['an earlier file', { files: { ...files, 'src/b.txt': 'B' } }, 2],
    ['an argument, from the step that sees it', args('V=2'), 4],
    ['the base', { images: { base: image('new') } }, 0],
    ['nothing', {}, 7],
  ])('%s leaves the keys before it', async (_what, more, common) => {
    const plain = { dockerfile: long(), files }
    expect(commonSteps(await compute(plain), await compute({ ...plain, ...more }))).toBe(common)
  })

  test('what follows a step without a key has none, what is before it does', async () => {
    const found = await compute({ dockerfile: 'FROM base\nUSER 1\nADD http://x/y /\nUSER 2\n' })
    expect(chain(found).map((key) => key !== undefined)).toEqual([true, true, false, false])
    expect(found.key).toBeUndefined()
  })
})
