import { parsePlatform } from '../../../src/oci/platform.js'
import { buildArguments, exportArguments, type PodmanBuild } from '../../../src/podman/build.js'
import { mountsBelow, storeArguments } from '../../../src/podman/store.js'
import type { PodmanBuildSettings } from '../../../src/request/build-request.js'

const settings: PodmanBuildSettings = {
  target: undefined,
  buildArgs: [],
  buildContexts: [],
  ssh: [],
  addHosts: [],
  network: undefined,
  shmSize: undefined,
  ulimits: [],
  pull: false,
  extraArgs: [],
  format: 'oci',
  timestamp: 0,
}
const store = {
  graphRoot: '/s',
  runRoot: '/r',
  driver: 'overlay',
  options: ['overlay.imagestore=/own'],
  sharedRoots: ['/own'],
}
const build: PodmanBuild = {
  podman: storeArguments(store),
  layers: false,
  platform: parsePlatform('linux/arm64'),
  buildPlatform: parsePlatform('linux/amd64'),
  context: '/src',
  dockerfile: '/src/Dockerfile',
  settings,
  secrets: [],
  iidFile: '/w/iid',
  retries: 3,
}

test('the whole of a plain build', () => {
  expect(buildArguments(build)).toEqual([
    ...['--root', '/s', '--runroot', '/r', '--storage-driver', 'overlay'],
    ...['--storage-opt', 'overlay.imagestore=/own'],
    'build',
    '--platform=linux/arm64',
    '--file=/src/Dockerfile',
    '--iidfile=/w/iid',
    '--format=oci',
    '--no-cache',
    '--identity-label=false',
    '--pull=newer',
    '--retry=3',
    '--timestamp=0',
    '--build-arg=BUILDPLATFORM=linux/amd64',
    '--build-arg=BUILDOS=linux',
    '--build-arg=BUILDARCH=amd64',
    '--build-arg=TARGETPLATFORM=linux/arm64',
    '--build-arg=TARGETOS=linux',
    '--build-arg=TARGETARCH=arm64',
    '/src',
  ])
})

test.each<[Partial<PodmanBuildSettings>, string[]]>([
  [{ target: 'production' }, ['--target=production']],
  [{ buildArgs: ['A=b c', 'D'] }, ['--build-arg=A=b c', '--build-arg=D']],
  [{ buildContexts: ['lib=../lib'] }, ['--build-context=lib=../lib']],
  [{ ssh: ['default'] }, ['--ssh=default']],
  [{ addHosts: ['a:1.2.3.4'] }, ['--add-host=a:1.2.3.4']],
  [{ network: 'host' }, ['--network=host']],
  [{ shmSize: '2g' }, ['--shm-size=2g']],
  [{ ulimits: ['nofile=1:2'] }, ['--ulimit=nofile=1:2']],
  [{ pull: true }, ['--pull=always']],
  [{ extraArgs: ['--cap-add', 'NET_ADMIN'] }, ['--cap-add', 'NET_ADMIN']],
  [{ format: 'docker' }, ['--format=docker']],
])('%j becomes %j', (change, expected) => {
  const args = buildArguments({ ...build, settings: { ...settings, ...change } })
  for (const argument of expected) expect(args).toContain(argument)
  expect(args.at(-1)).toBe('/src')
})

test('no time means none', () => {
  const args = buildArguments({ ...build, settings: { ...settings, timestamp: undefined } })
  expect(args.filter((argument) => argument.startsWith('--timestamp'))).toEqual([])
})

test('secrets go by file', () => {
  expect(buildArguments({ ...build, secrets: [{ id: 'a', file: '/w/0' }] })).toContain(
    '--secret=id=a,src=/w/0',
  )
})

test('an image leaves the store compressed, in its own format', () => {
  expect(exportArguments(store, 'abc', 'docker', '/out').slice(-7)).toEqual([
    'push',
    '--quiet',
    '--format=v2s2',
    '--compress',
    '--compression-format=gzip',
    'abc',
    'dir:/out',
  ])
})

test('only mounts below the folders are found, innermost first', () => {
  const mountinfo = [
    '1 0 8:1 / / rw - ext4 /dev/a rw',
    '2 1 0:1 / /s/one rw - overlay overlay rw',
    '3 2 0:2 / /s/one/a\\040b rw - tmpfs tmpfs rw',
    '4 1 0:3 / /s/other rw - tmpfs tmpfs rw',
    '5 1 0:3 / /s/one2 rw - tmpfs tmpfs rw',
  ].join('\n')
  expect(mountsBelow(mountinfo, ['/s/one'])).toEqual(['/s/one/a b', '/s/one'])
})
