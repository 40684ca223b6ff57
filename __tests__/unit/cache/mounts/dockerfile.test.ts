import { type CacheMount, cacheMounts } from '../../../../src/cache/mounts/dockerfile.js'
import { foldersOf } from '../../../../src/cache/mounts/folders.js'
import { parseDockerfile } from '../../../../src/dockerfile/parse.js'
import { parsePlatform } from '../../../../src/oci/platform.js'

function mounts(text: string, target?: string, args: Record<string, string | undefined> = {}) {
  const variables = { args: new Map(Object.entries(args)), platform: parsePlatform('linux/arm64') }
  return cacheMounts(parseDockerfile(text, 'Dockerfile'), target, variables)
}

test.each<[string, string, readonly Partial<CacheMount>[]]>([
  ['none', 'RUN make', []],
  [
    'other kinds',
    'RUN --mount=type=bind,target=/src --mount=type=secret,id=x --mount=type=tmpfs,target=/t make',
    [],
  ],
  ['of a stage, which keeps nothing here', 'RUN --mount=type=cache,from=base,target=/x make', []],
  [
    'by target',
    'RUN --mount=type=cache,target=/root/.npm npm ci',
    [{ name: '/root/.npm', key: '/root/.npm', uid: 0, gid: 0 }],
  ],
  [
    'by id',
    'RUN --mount=type=cache,id=npm,dst=/root/.npm npm ci',
    [{ name: '/root/.npm (npm)', key: 'npm' }],
  ],
  [
    'in another order',
    'RUN --mount=target=/x,uid=1001,gid=7,type=cache make',
    [{ key: '/x', uid: 1001, gid: 7 }],
  ],
  [
    'two of them',
    'RUN --mount=type=cache,target=/a --mount=type=cache,target=/b make',
    [{ key: '/a' }, { key: '/b' }],
  ],
  [
    'the same twice',
    'RUN --mount=type=cache,target=/a a\nRUN --mount=type=cache,target=/a b',
    [{ key: '/a' }],
  ],
  [
    'two owners',
    'RUN --mount=type=cache,target=/a a\nRUN --mount=type=cache,target=/a,uid=1 b',
    [{ uid: 0 }, { uid: 1 }],
  ],
  [
    'by platform',
    'ARG TARGETARCH\nRUN --mount=type=cache,id=go-$TARGETARCH,target=/go make',
    [{ name: '/go (go-arm64)', key: 'go-arm64' }],
  ],
  [
    'by argument',
    'ARG V=1\nENV W=two\nRUN --mount=type=cache,id=${V}-$W,target=/go make',
    [{ key: '1-two' }],
  ],
  [
    'by what comes later',
    'RUN --mount=type=cache,id=x$V,target=/go make\nENV V=later',
    [{ name: '/go (x$V)', key: undefined }],
  ],
  [
    'by what the base image has',
    'RUN --mount=type=cache,target=$HOME/.npm npm ci',
    [{ name: '$HOME/.npm', key: undefined }],
  ],
  [
    'relative',
    'WORKDIR /src\nRUN --mount=type=cache,target=.cache make',
    [{ name: '.cache', key: undefined }],
  ],
  ['an owner from a variable', 'ARG U=5\nRUN --mount=type=cache,target=/x,uid=$U make', [{ uid: 5 }]],
])('%s', (_, text, expected) => {
  const found = mounts(`FROM base\n${text}\n`)
  expect(found.complete).toBe(true)
  expect(found.mounts).toEqual(expected.map((each) => expect.objectContaining(each)))
})

test('an argument of the build', () => {
  const text = 'FROM base\nARG V=1\nRUN --mount=type=cache,id=$V,target=/x make\n'
  expect(mounts(text, undefined, { V: 'given' }).mounts[0]!.key).toBe('given')
  expect(mounts(text, undefined, { V: undefined }).mounts[0]!.key).toBeUndefined()
})

test('only the stages that the target needs', () => {
  const text = `FROM base AS dev
RUN --mount=type=cache,target=/dev-only make
FROM base AS build
RUN --mount=type=cache,target=/build make
FROM scratch
COPY --from=build /x /
`
  expect(mounts(text).mounts.map(({ key }) => key)).toEqual(['/build'])
  expect(mounts(text, 'dev').mounts.map(({ key }) => key)).toEqual(['/dev-only'])
})

test('a file for the preprocessor can have any', () => {
  const variables = { args: new Map(), platform: parsePlatform('linux/amd64') }
  const found = cacheMounts(
    parseDockerfile('#include "x"\nFROM a\n', 'Containerfile.in'),
    undefined,
    variables,
  )
  expect(found).toEqual({ mounts: [], complete: false })
})

// Names that buildah 1.28 (podman 4.3.1) and 1.43 (podman 5.8.6) gave these folders.
test('the folders of podman', () => {
  const uid = process.getuid!()
  const folders = (key: string, uid = 0, gid = 0) => foldersOf({ name: '', key, uid, gid })
  expect(folders('/root/.cache/go-build')).toContain('buildah-cache/root/.cache/go-build')
  expect(folders('myid')).toContain('buildah-cache/myid')
  expect(folders('/root/.cache/go-build')).toContain(`buildah-cache-${uid}/a9d12edfa815e1dd`)
  expect(folders('/root/.cache/go-build', 1001, 1001)).toContain(`buildah-cache-${uid}/d0779d93807d5ef4`)
  expect(folders('myid')).toContain(`buildah-cache-${uid}/ca59af1801689183`)
  expect(folders('z', 1001)).toContain(`buildah-cache-${uid}/7509f9387b188a5c`)
  for (const hostile of ['..', '../x', '/', '.', 'a/../../x']) {
    expect(folders(hostile).every((folder) => /^buildah-cache(-\d+)?\/[0-9a-f]{16}$/.test(folder))).toBe(true)
  }
})
