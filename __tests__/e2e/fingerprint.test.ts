import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseDockerfile } from '../../src/dockerfile/parse.js'
import { fingerprint } from '../../src/fingerprint/fingerprint.js'
import { parseIgnoreRules } from '../../src/fingerprint/ignore.js'
import type { FingerprintInputs } from '../../src/fingerprint/types.js'
import { digestOf } from '../../src/oci/digest.js'
import { rewriteConfig } from '../../src/oci/image.js'
import { parsePlatform } from '../../src/oci/platform.js'
import type { ImageConfig, Manifest } from '../../src/oci/types.js'
import { must } from '../support/runner.js'
import { registry, temporaryFolder } from '../support/world.js'

// Whether equal fingerprints mean equal images: Dockerfiles of all shapes are changed in one thing after another, chosen by
// chance from a fixed seed. Each time the fingerprint is computed and podman builds, and no fingerprint may have two images.

const TIME = 315532800
const minimal = `${registry}/ubi9/ubi-minimal:9.6`
const podmanVersion = (await must(['podman', '--version'])).match(/version (\S+)/)![1]!
const [major, minor] = podmanVersion.split('.').map(Number) as [number, number]
const readsHeredocs = major > 4 || minor >= 8
const machine = parsePlatform(
  (await must(['podman', 'info', '--format', '{{.Host.OS}}/{{.Host.Arch}}'])).trim(),
)

interface File {
  readonly bytes: Buffer
  readonly mode: number
}
type Node = File | { readonly link: string } | { readonly folder: number } | { readonly same: string }

interface State {
  readonly lines: readonly string[]
  readonly nodes: Readonly<Record<string, Node>>
  readonly args: Readonly<Record<string, string>>
  readonly secret: string
}

const file = (text: string | Buffer, mode = 0o644): File => ({ bytes: Buffer.from(text), mode })

/** A generator of numbers that gives the same ones at each run (https://en.wikipedia.org/wiki/Xorshift). */
function random(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}

type Choose = <T>(from: readonly T[]) => T

const set = (state: State, name: string, node: Node | undefined): State => {
  const { [name]: _old, ...others } = state.nodes
  return { ...state, nodes: node === undefined ? others : { ...others, [name]: node } }
}
const pickFile = (state: State, choose: Choose): [string, File] =>
  choose(
    Object.entries(state.nodes).filter(
      (entry): entry is [string, File] => 'bytes' in entry[1] && !/ignore$|\.tar$/.test(entry[0]),
    ),
  )
const replaceLine = (state: State, at: number, ...lines: string[]): State => ({
  ...state,
  lines: [...state.lines.slice(0, at), ...lines, ...state.lines.slice(at + 1)],
})

let fresh = 0
const mutations: Readonly<Record<string, (state: State, choose: Choose) => State>> = {
  nothing: (state) => state,
  content(state, choose) {
    const [name, { mode }] = pickFile(state, choose)
    fresh += 1
    return set(state, name, file(`new ${fresh}`, mode))
  },
  mode(state, choose) {
    const [name, { bytes, mode }] = pickFile(state, choose)
    return set(
      state,
      name,
      file(bytes, choose([0o644, 0o755, 0o600, 0o4755, 0o1644].filter((each) => each !== mode))),
    )
  },
  name(state, choose) {
    const [name, node] = pickFile(state, choose)
    fresh += 1
    return set(set(state, name, undefined), `${name}${fresh}`, node)
  },
  twin(state, choose) {
    const [name] = pickFile(state, choose)
    fresh += 1
    return set(state, join(dirname(name), `twin${fresh}`), { same: name })
  },
  folder(state, choose) {
    const [name] = pickFile(state, choose)
    fresh += 1
    return set(state, join(dirname(name), `empty${fresh}`), { folder: choose([0o755, 0o700]) })
  },
  link(state, choose) {
    const links = Object.entries(state.nodes).filter(([, node]) => 'link' in node)
    const [name] = links.length > 0 ? choose(links) : ['zlink']
    const { link } = (state.nodes[name] ?? { link: '' }) as { link: string }
    return set(state, name, {
      link: choose(['a.txt', 'd1', '/d1/b.txt', 'd2'].filter((each) => each !== link)),
    })
  },
  ignoring(state, choose) {
    const text = (state.nodes['.dockerignore'] as File | undefined)?.bytes.toString() ?? ''
    return set(
      state,
      '.dockerignore',
      file(`${text}\n${choose(['d1', '*.md', '!d1/b.txt', '**/b.txt', 'src'])}\n`),
    )
  },
  comment: (state, choose) => replaceLine(state, 0, `# ${choose(['one', 'two'])}`, state.lines[0]!),
  argument(state, choose) {
    const name = choose(['V', 'V', 'UNUSED', 'OTHER'])
    fresh += 1
    return { ...state, args: { ...state.args, [name]: String(fresh) } }
  },
  secret(state) {
    fresh += 1
    return { ...state, secret: `secret ${fresh}` }
  },
  label: (state, choose) => ({
    ...state,
    lines: [...state.lines, `LABEL more=${choose(['x', '$V', '"a b"'])}`],
  }),
  order(state) {
    const at = state.lines.length - 2
    return replaceLine(replaceLine(state, at, state.lines[at + 1]!), at + 1, state.lines[at]!)
  },
}

// Those that most shapes notice.
const FREQUENT = ['content', 'mode', 'name', 'folder', 'argument', 'label', 'link', 'ignoring', 'twin']

async function archive(text: string): Promise<Buffer> {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'packed'), text)
  await must(['tar', '--mtime=@0', '--owner=7', '--group=8', '-cf', `${folder}.tar`, '-C', folder, 'packed'])
  const bytes = readFileSync(`${folder}.tar`)
  rmSync(`${folder}.tar`)
  return bytes
}

const plainFiles: Record<string, Node> = {
  'a.txt': file('a'),
  'z.txt': file('z'),
  'read.md': file('read'),
  'd1/b.txt': file('b'),
  'd1/deep/c.txt': file('c'),
  'd2/b.txt': file('b2', 0o755),
  'src/main.c': file('main'),
  lnk: { link: 'd1' },
  hollow: { folder: 0o755 },
}

const shapes: Readonly<Record<string, { lines: readonly string[]; nodes?: Readonly<Record<string, Node>> }>> =
  {
    'everything but what is ignored': {
      lines: ['FROM scratch', 'COPY . /all/', 'USER 1', 'STOPSIGNAL 9'],
      nodes: { '.dockerignore': file('# no\n*.md\nd1\n!d1/deep\n/z.txt/ \n.dockerignore\n') },
    },
    'patterns and links': {
      lines: ['FROM scratch', 'COPY *.txt /t/', 'COPY d? /d/', 'COPY lnk /l/', 'COPY lnk/b.t?t [s]rc /m/'],
    },
    'labels, variables, folders and users of arguments': {
      lines: [
        'ARG G=g',
        'FROM scratch',
        'ARG V=1',
        'ARG W=w$V',
        'ARG UNUSED',
        'ARG G',
        'ENV E=${W:-x}-$G F=f',
        'LABEL l=$E "m n"="${V:+set} $F"',
        'WORKDIR /w/$V',
        'USER $V',
        'EXPOSE 80$V',
      ],
    },
    stages: {
      lines: [
        'FROM scratch AS one',
        'COPY d1 /one',
        'FROM scratch AS unneeded',
        'COPY src /no',
        'FROM one AS two',
        'COPY a.txt /two',
        'FROM scratch',
        'COPY --from=two /one /here',
        'COPY --from=0 /one/deep/ /there/',
        'CMD ["x"]',
      ],
    },
    'owners, modes and archives': {
      lines: [
        'FROM scratch',
        'ARG V=5',
        'COPY --chown=$V:$V d1 /d1/',
        'ADD t.tar /unpacked/',
        'COPY --chmod=700 a.txt z.txt /m/',
        'ADD src /src/',
      ],
      nodes: { 't.tar': file(await archive('one')), 'd1/suid': file('s', 0o4755) },
    },
    commands: {
      lines: [
        `FROM ${minimal}`,
        'ARG V=1',
        'COPY a.txt /in/',
        'RUN --mount=type=bind,source=src,target=/m --mount=type=secret,id=s cat /m/* /run/secrets/s /in/* > /out; ls -l /m/main.c | cut -c1-10 >> /out; echo $V $OTHER >> /out',
        'LABEL x=1',
        'ENV y=2',
      ],
      nodes: { '.dockerignore': file('src\n') },
    },
    ...(readsHeredocs && {
      'here-documents': {
        lines: [
          `FROM ${minimal}`,
          'ARG V=1',
          "COPY <<EOF <<'RAW' /h/\nv $V\n# kept\nEOF\nraw $V\nRAW",
          'RUN <<EOF\nset -e\n# no\necho $V > /v\nEOF',
          'LABEL x=1',
          'USER 3',
        ],
      },
    }),
  }

function write(folder: string, { nodes }: State): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  const entries = Object.entries(nodes).sort(([a], [b]) => (a < b ? -1 : 1))
  for (const [name, node] of entries) {
    const path = join(folder, name)
    mkdirSync(dirname(path), { recursive: true })
    if ('link' in node) symlinkSync(node.link, path)
    if ('folder' in node) {
      mkdirSync(path)
      chmodSync(path, node.folder)
    }
    if ('bytes' in node) {
      writeFileSync(path, node.bytes)
      chmodSync(path, node.mode)
    }
  }
  for (const [name, node] of entries) {
    if ('same' in node && nodes[node.same] !== undefined)
      linkSync(join(folder, node.same), join(folder, name))
  }
}

async function keyOf(state: State, context: string, dockerfile: string, secret: string): Promise<string> {
  const text = readFileSync(dockerfile, 'utf8')
  const inputs: FingerprintInputs = {
    dockerfile: parseDockerfile(text, dockerfile),
    text,
    context,
    platform: machine,
    buildPlatform: machine,
    settings: {
      target: undefined,
      buildArgs: Object.entries(state.args).map(([name, value]) => `${name}=${value}`),
      buildContexts: [],
      ssh: [],
      addHosts: [],
      network: undefined,
      shmSize: undefined,
      ulimits: [],
      pull: false,
      extraArgs: [],
      format: 'oci',
      timestamp: TIME,
    },
    secrets: [{ id: 's', file: secret }],
    env: {},
    tools: {
      product: 'test',
      podman: { version: podmanVersion, rootless: false },
      settings: digestOf(''),
      execution: () => 'native',
    },
    resolveImage: async (reference) => ({ digest: digestOf(reference), environment: [], onBuild: [] }),
  }
  const { key, ineligible } = await fingerprint(inputs)
  if (key === undefined) throw new Error(JSON.stringify(ineligible))
  return key
}

/** Builds as the product does, and takes the image over as it does; undefined when podman refuses. */
async function build(
  dockerfile: string,
  context: string,
  options: readonly string[],
): Promise<string | undefined> {
  const folder = temporaryFolder('image-')
  const plain = ['--no-cache', '--format=oci', `--timestamp=${TIME}`, '--identity-label=false']
  const iid = join(folder, 'iid')
  const command = ['podman', 'build', '--quiet', ...plain, `--platform=${machine.text}`, `--iidfile=${iid}`]
  try {
    await must([...command, `--file=${dockerfile}`, ...options, context])
  } catch (error) {
    if (/no items matching glob|no such file|copier: stat|isn't an executable|not found/i.test(String(error)))
      return undefined
    throw error
  }
  await must([
    'podman',
    'push',
    '--quiet',
    '--format=oci',
    readFileSync(iid, 'utf8').trim(),
    `dir:${folder}/image`,
  ])
  return join(folder, 'image')
}

function imageDigest(folder: string): string {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest
  const config = JSON.parse(
    readFileSync(join(folder, manifest.config.digest.replace('sha256:', '')), 'utf8'),
  ) as ImageConfig
  return digestOf(JSON.stringify([rewriteConfig(config, new Map()), manifest.annotations]))
}

const tally = { builds: 0, refused: 0, same: 0, both: 0, needless: [] as string[] }

describe.each(Object.entries(shapes))('%s', (name, { lines, nodes }) => {
  test('no fingerprint has two images', async () => {
    const folder = temporaryFolder('mutated-')
    const [context, dockerfile, secret] = ['context', 'Dockerfile', 'secret'].map((each) =>
      join(folder, each),
    ) as [string, string, string]
    const next = random(
      [...name].reduce((sum, char) => Math.imul(sum, 31) + char.charCodeAt(0), 0x9e3779b9) | 1,
    )
    const choose: Choose = (from) => from[next(from.length)]!
    const start: State = { lines, nodes: { ...plainFiles, ...nodes }, args: {}, secret: 'first' }
    const images = new Map<string, { image: string; by: string }>()
    let before: { key: string; image: string } | undefined
    let state = start
    for (const what of [
      'start',
      'nothing',
      ...Array.from({ length: 7 }, () => choose([...Object.keys(mutations), ...FREQUENT])),
    ]) {
      const changed = what === 'start' ? state : mutations[what]!(state, choose)
      write(context, changed)
      writeFileSync(dockerfile, `${changed.lines.join('\n')}\n`)
      writeFileSync(secret, changed.secret)
      const key = await keyOf(changed, context, dockerfile, secret)
      const options = Object.entries(changed.args).map(([arg, value]) => `--build-arg=${arg}=${value}`)
      const built = await build(dockerfile, context, [...options, `--secret=id=s,src=${secret}`])
      if (built === undefined) {
        tally.refused += 1
        continue
      }
      state = changed
      const image = imageDigest(built)
      const known = images.get(key)
      if (known !== undefined && known.image !== image)
        throw new Error(`${known.by} and ${what}: one fingerprint, two images\n${changed.lines.join('\n')}`)
      images.set(key, { image, by: what })
      tally.builds += 1
      if (before !== undefined) {
        if (key === before.key) tally.same += 1
        else if (image === before.image) tally.needless.push(`${name}: ${what}`)
        else tally.both += 1
      }
      before = { key, image }
    }
  }, 600_000)
})

afterAll(() => {
  const { builds, refused, same, both, needless } = tally
  console.log(
    `${builds} builds (${refused} refused): ${same} with the fingerprint of the one before, ${both} with another fingerprint and another ` +
      `image, ${needless.length} with another fingerprint and the same image:\n${needless.join('\n')}`,
  )
})

test('no file that podman copies counts as ignored', async () => {
  const paths = [
    'a',
    'ab',
    'a.txt',
    '.h',
    'd/a',
    'd/keep',
    'd/e/a',
    'd/e/f.go',
    'd/e/g/h',
    'e/d/a',
    'e/f/d/x/y',
    '#a',
    'x y',
    'b[1]',
  ]
  const folder = temporaryFolder('ignore-')
  const context = join(folder, 'context')
  for (const path of paths) {
    mkdirSync(dirname(join(context, path)), { recursive: true })
    writeFileSync(join(context, path), path)
  }
  const dockerfile = join(folder, 'Dockerfile')
  writeFileSync(dockerfile, 'FROM scratch\nCOPY . /\n')
  const texts = [
    'a',
    '/a',
    'a/',
    ' a ',
    'a\r\nab\r',
    './a',
    'd/../a',
    '#a',
    '\\#a',
    ' #a',
    'x y',
    '\uFEFFa\nab',
    'd',
    '/d/',
    'd/',
    '*.txt',
    '*\n!a',
    '*\n!d/**/*.go',
    '**/a',
    '**/d',
    '**a',
    'd/**',
    'd/**\n!d/keep',
    'd\n!d/keep',
    'd\n!/d/keep',
    'd\n!d/e',
    '**/d\n!d/keep',
    '**/d\n!e',
    'd/**/a',
    'd/*/g',
    '**\n!d/e/f.go',
    '!a\na',
    'a\n!a\na',
    '[ab]',
    'b[1]',
    'b\\[1]',
    '*\n![d]/keep',
    '?',
    '.h',
    '**/**/a',
    'd/e\n!d/e/f.go',
    '*\n!d/e/',
    'e/**/x',
    '!',
    'nothing/',
  ]
  const unsure: string[] = []
  for (const [at, text] of texts.entries()) {
    // Both ways in which podman comes to an ignore file; each pattern with a slash by both.
    const ways =
      text.includes('/a') || text.includes('/d')
        ? (['found', 'option'] as const)
        : ([at % 2 ? 'option' : 'found'] as const)
    for (const way of ways) {
      rmSync(join(context, '.dockerignore'), { force: true })
      const path = way === 'found' ? join(context, '.dockerignore') : join(folder, 'ignore')
      writeFileSync(path, text)
      const options = way === 'found' ? [] : [`--ignorefile=${path}`]
      const built = await build(dockerfile, context, options).catch((error) => {
        if (/illegal exclusion|syntax error in pattern/.test(String(error))) return undefined
        throw error
      })
      if (built === undefined) continue
      const copied = await filesIn(built)
      const rules = parseIgnoreRules(text, way)
      expect([text, way, paths.filter((each) => copied.has(each) && rules.ignores(each))]).toEqual([
        text,
        way,
        [],
      ])
      // A folder that is left out as a whole must have nothing that is copied.
      for (const closed of ['d', 'd/e', 'e', 'e/d', 'e/f', 'e/f/d']) {
        if (!rules.ignores(closed) || !rules.isClosed(closed)) continue
        expect([text, closed, [...copied].filter((each) => each.startsWith(`${closed}/`))]).toEqual([
          text,
          closed,
          [],
        ])
      }
      const missed = paths.filter((each) => !copied.has(each) && !rules.ignores(each))
      if (missed.length > 0) unsure.push(`${JSON.stringify(text)} (${way}): ${missed.join(' ')}`)
    }
  }
  console.log(`not copied, and not ignored for certain:\n${unsure.join('\n')}`)
}, 600_000)

async function filesIn(image: string): Promise<Set<string>> {
  const manifest = JSON.parse(readFileSync(join(image, 'manifest.json'), 'utf8')) as Manifest
  const lists = await Promise.all(
    manifest.layers.map(({ digest }) =>
      must(['tar', '-tf', join(image, digest.replace('sha256:', '')), '--quoting-style=literal']),
    ),
  )
  return new Set(
    lists
      .join('')
      .split('\n')
      .filter((path) => path !== '' && !path.endsWith('/')),
  )
}
