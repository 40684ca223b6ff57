import { proofBinary } from '../../../src/emulation/proof.js'
import { parsePlatform } from '../../../src/oci/platform.js'
import { pathMatcher } from '../../../src/verify/allowed.js'
import { verifyContents } from '../../../src/verify/contents.js'
import { describeFinding } from '../../../src/verify/verdict.js'
import { type Item, tree } from './support/layers.js'

const [amd64, arm64] = [proofBinary('amd64'), proofBinary('arm64')]

interface Options {
  readonly platform?: string
  readonly allow?: string[]
}

async function verdict(config: object, files: Readonly<Record<string, Item>>, options: Options = {}) {
  const findings = verifyContents(
    { config: { os: 'linux', architecture: 'arm64', config } } as never,
    parsePlatform(options.platform ?? 'linux/arm64'),
    await tree(files),
    { allowed: pathMatcher(options.allow ?? []), explain: (path) => ({ cause: `cause of ${path}` }) },
  )
  return findings.map((finding) => `${finding.severity}: ${describeFinding(finding)}`)
}

/** The wrong program at a path is found, and nothing else. */
async function findsAt(path: string, config: object, files: Readonly<Record<string, Item>>) {
  expect(await verdict(config, files)).toEqual([
    `error: linux/arm64: found a program for amd64 at ${path}, expected one for arm64; likely cause: cause of ${path}`,
  ])
}

describe('which program an image starts', () => {
  test('by its absolute path, through links', async () => {
    await findsAt('/opt/app', { Entrypoint: ['/app'] }, { 'opt/app': amd64, app: { to: 'opt/app' } })
    await findsAt('/app', { Cmd: ['/app'] }, { app: amd64 })
  })

  test('by name, on the image’s PATH or the default one', async () => {
    await findsAt(
      '/opt/bin/app',
      { Cmd: ['app'], Env: ['PATH=/none:/opt/bin'] },
      { 'opt/bin/app': amd64, 'bin/app': arm64 },
    )
    await findsAt('/usr/bin/app', { Cmd: ['app'] }, { 'usr/bin/app': amd64 })
  })

  test('relative to the working folder', async () => {
    await findsAt('/srv/bin/app', { Cmd: ['bin/app'], WorkingDir: '/srv' }, { 'srv/bin/app': amd64 })
    await findsAt('/srv/app', { Cmd: ['./app'], WorkingDir: '/srv' }, { 'srv/app': amd64 })
  })

  test('in the shell form, and by a script’s interpreter', async () => {
    await findsAt(
      '/app',
      { Cmd: ['/bin/sh', '-c', 'exec /app --port "$PORT"'] },
      { 'bin/sh': arm64, app: amd64 },
    )
    await findsAt(
      '/usr/bin/python3',
      { Cmd: ['/run'] },
      { run: '#!/usr/bin/python3 -u\n', 'usr/bin/python3': amd64 },
    )
    await findsAt(
      '/usr/bin/python3',
      { Cmd: ['/run'] },
      { run: '#!/usr/bin/env python3\n', 'usr/bin/env': arm64, 'usr/bin/python3': amd64 },
    )
  })

  test('through wrappers and an entry point that becomes the command', async () => {
    const files = {
      'bin/busybox': arm64,
      'bin/sh': { to: 'busybox' },
      'sbin/tini': arm64,
      'entry.sh': '#!/bin/sh\nset -e\nexec "$@"\n',
      'usr/sbin/nginx': amd64,
    }
    await findsAt(
      '/usr/sbin/nginx',
      { Entrypoint: ['tini', '--', '/entry.sh'], Cmd: ['nginx', '-g', 'x'] },
      files,
    )
  })

  test('a wrapper that is wrong itself', async () => {
    await findsAt('/tini', { Entrypoint: ['/tini', '--', '/app'] }, { tini: amd64, app: arm64 })
  })

  test('one that becomes itself ends', async () => {
    expect(await verdict({ Cmd: ['/a'] }, { a: '#!/bin/sh\nexec /a\n', 'bin/sh': arm64 })).toEqual([])
  })
})

test('a program for another system, and a damaged one', async () => {
  expect((await verdict({ Cmd: ['/app'] }, { app: Buffer.from('cffaedfe0c000001', 'hex') }))[0]).toContain(
    'error: linux/arm64: found a program for macOS at /app',
  )
  expect((await verdict({ Cmd: ['/app'] }, { app: arm64.subarray(0, 60) }))[0]).toContain(
    'error: linux/arm64: found a damaged program',
  )
})

test('an older architecture that the processor runs as well is a warning', async () => {
  const found = await verdict({ Cmd: ['/app'] }, { app: proofBinary('386') }, { platform: 'linux/amd64' })
  expect(found).toEqual([expect.stringContaining('warning: linux/amd64: found a program for 386 at /app')])
})

test.each([
  [{ Entrypoint: ['/app'] }, 'error: linux/arm64: found no /app, expected the program'],
  [{ Cmd: ['/bin/sh', '-c', 'x'] }, 'the image has no shell'],
  [{ Cmd: ['app'] }, 'warning: linux/arm64: found no app'],
  [{ Cmd: ['/data/app'], Volumes: { '/data': {} } }, 'warning: linux/arm64: found no /data/app'],
  [{ Cmd: ['/dev/init', '--', 'f'] }, 'warning: linux/arm64: found no /dev/init'],
])('%j in an image without it', async (config, message) => {
  expect(await verdict(config, { other: arm64 })).toEqual([expect.stringContaining(message)])
})

test('a made-up command of an image that holds data alone is no error', async () => {
  expect(await verdict({ Cmd: ['/none'] }, { f: 'x' })).toEqual([
    expect.stringContaining('warning: linux/arm64: found no /none'),
  ])
})

describe('images that are right, and look wrong', () => {
  const dispatch = `#!/bin/sh
case "$(uname -m)" in
  x86_64)
    exec /app-amd64 "$@" ;;
  aarch64)
    exec /app-arm64 "$@" ;;
esac
`
  const fat = { 'app-amd64': amd64, 'app-arm64': arm64, 'bin/sh': arm64 }
  const other = expect.stringMatching(/^warning: .*1 file for another machine: \/app-amd64/)

  test.each([
    ['by a case', dispatch],
    ['by an exec each', '#!/bin/sh\n[ "$(uname -m)" = aarch64 ] && exec /app-arm64\nexec /app-amd64\n'],
    ['in a function', '#!/bin/sh\nother() {\n  exec /app-amd64\n}\nexec /app-arm64\n'],
    ['in a branch', '#!/bin/sh\nexec /app-arm64\nif [ "$X" ]\nthen\n  exec /app-amd64\nfi\n'],
    ['in a here-document', '#!/bin/sh\ncat <<-"END"\n  exec /app-amd64\n\tEND\nexec /app-arm64\n'],
  ])('a script that chooses among programs for several machines, %s', async (_how, script) => {
    expect(await verdict({ Cmd: ['/run'] }, { ...fat, run: script })).toEqual([other])
  })

  test('a program for several systems at once, started by a shell', async () => {
    const portable = Buffer.from("MZqFpD='\n")
    expect(await verdict({ Cmd: ['/bin/sh', '-c', '/app'] }, { 'bin/sh': arm64, app: portable })).toEqual([])
  })

  test('busybox links, absolute and relative, and a hard link', async () => {
    const files = {
      'bin/busybox': arm64,
      'bin/sh': { to: '/bin/busybox' },
      'usr/bin/env': { to: '../../bin/busybox' },
      'bin/ls': { hard: 'bin/busybox' },
      run: '#!/usr/bin/env sh\nexec ls\n',
    }
    expect(await verdict({ Entrypoint: ['/run'] }, files)).toEqual([])
  })

  test('code for accelerators and microcontrollers beside it', async () => {
    const device = (machine: number) => {
      const bytes = Buffer.from(amd64)
      bytes.writeUInt16LE(machine, 18)
      return bytes
    }
    const files = { app: arm64, 'k.cubin': device(190), 'k.hsaco': device(224), 'fw.elf': device(94) }
    expect(await verdict({ Cmd: ['/app'] }, files)).toEqual([])
  })
})

test('x32 on amd64 is a warning: some kernels run it', async () => {
  const x32 = Buffer.from(proofBinary('386'))
  x32.writeUInt16LE(62, 18)
  expect(await verdict({ Cmd: ['/app'] }, { app: x32 }, { platform: 'linux/amd64' })).toEqual([
    expect.stringContaining('warning: linux/amd64: found a program for x32 at /app'),
  ])
})

test('what is missing behind a script is said of its interpreter only', async () => {
  expect(await verdict({ Cmd: ['/run'] }, { run: '#!/bin/bash\nexec x\n' })).toEqual([
    expect.stringContaining('warning: linux/arm64: found no /bin/bash, which /run names as its interpreter'),
  ])
  expect(await verdict({ Cmd: ['/run'] }, { run: '#!/bin/sh\nexec x\n', 'bin/sh': arm64 })).toEqual([])
})

test.each([
  {},
  { Entrypoint: null, Cmd: null },
  { Cmd: 'text' },
  { Cmd: [1, {}] },
  { Cmd: [''] },
  { Env: [null], Cmd: [] },
])('%j starts nothing', async (config) => {
  expect(await verdict(config, { f: 'x' })).toEqual([])
})

describe('files that nothing starts', () => {
  const files = {
    app: arm64,
    ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((n) => [`lib/${n}.node`, amd64])),
  }

  test('one warning, with the first few and their number', async () => {
    expect(await verdict({ Cmd: ['/app'] }, files)).toEqual([
      expect.stringMatching(
        /^warning: .*found 7 files for another machine: \/lib\/1\.node \(amd64\).*5\.node \(amd64\) and 2 more/,
      ),
    ])
  })

  test.each([
    [['/lib/**'], 0],
    [['*.node'], 0],
    [['lib/*'], 0],
    [['/lib/[1-6].node'], 1],
    [['/*.node'], 1],
    [['!/app'], 1],
    [[], 1],
  ])('verify-allow %j leaves %i', async (allow, count) => {
    expect(await verdict({ Cmd: ['/app'] }, files, { allow })).toHaveLength(count)
  })

  test('a program that is named there is believed', async () => {
    expect(await verdict({ Cmd: ['/app'] }, { app: amd64 }, { allow: ['/app'] })).toEqual([])
  })
})
