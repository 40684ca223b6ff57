import { copyFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { jest } from '@jest/globals'
import { proofBinary } from '../../src/emulation/proof.js'
import { must, repository, runCli } from '../support/runner.js'
import {
  binaries,
  build,
  config,
  contextWith,
  expectNoLeftovers,
  fixture,
  freshName,
  gateway,
  mustBuild,
  rawManifest,
  temporaryFolder,
} from '../support/world.js'

// What the verification refuses before anything is pushed (docs/verification.md).

expectNoLeftovers()
jest.setTimeout(600_000)

/** A context with files of programs: `binary` is the text of a Dockerfile and each file's bytes. */
function programs(dockerfile: string, files: Readonly<Record<string, Buffer>>): string {
  const folder = contextWith({ Dockerfile: dockerfile })
  for (const [name, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), bytes, { mode: 0o755 })
  }
  return folder
}

const service = (architecture: string) => readFileSync(join(binaries, `service-${architecture}`))

async function refused(inputs: Record<string, string>) {
  const image = freshName()
  const step = await build({ image, ...inputs })
  expect(step.exitCode).toBe(1)
  expect(await rawManifest(`${image}:test`)).toBeUndefined()
  const [error, ...more] = step.annotations.filter(({ level }) => level === 'error')
  expect(more).toEqual([])
  return error!
}

describe('5: the machine is written into the Dockerfile', () => {
  test('refused with the line', async () => {
    const error = await refused({
      context: gateway,
      file: join(fixture('gateway-hardcoded-goarch'), 'Dockerfile'),
      target: 'production',
    })
    expect(error.message).toContain(
      'linux/arm64: found a program for amd64 at /gateway, expected one for arm64',
    )
    expect(error.message).toContain('GOARCH=amd64')
    expect(error.message).toContain('GOARCH=$TARGETARCH')
    expect(error.properties).toContain('file=__tests__/fixtures/gateway-hardcoded-goarch/Dockerfile,line=22')
  }, 600_000)

  test('the gateway as it should be is published, without a warning', async () => {
    const image = freshName()
    const step = await mustBuild({ image, context: gateway, target: 'production' })
    expect(step.annotations.filter(({ level }) => level !== 'notice')).toEqual([])
    const { builds } = JSON.parse(step.outputs.metadata!)
    for (const platform of ['linux/amd64', 'linux/arm64']) {
      expect(builds[platform].seconds.verify).toBeGreaterThan(0)
    }
  }, 600_000)
})

describe('a prebuilt program of the wrong machine', () => {
  test('shape E with its files swapped', async () => {
    const folder = temporaryFolder()
    cpSync(fixture('runtime'), folder, { recursive: true })
    mkdirSync(join(folder, 'bin'))
    copyFileSync(join(binaries, 'service-arm64'), join(folder, 'bin', 'service-amd64'))
    copyFileSync(join(binaries, 'service-amd64'), join(folder, 'bin', 'service-arm64'))
    const error = await refused({ context: folder })
    expect(error.message).toMatch(
      /found a program for (arm64|amd64) at \/service, expected one for (amd64|arm64)/,
    )
    expect(error.message).toContain('bin/service-${TARGETARCH}')
    expect(error.properties).toContain('line=9')
  })

  test('one file for all platforms, behind a script and a wrapper', async () => {
    const context = programs(
      `FROM scratch
ARG TARGETARCH
COPY sh-$TARGETARCH /bin/sh
COPY tini-$TARGETARCH /sbin/tini
COPY entry.sh /entry.sh
COPY app /opt/app
ENTRYPOINT ["/sbin/tini", "--", "/entry.sh"]
CMD ["/opt/app", "serve"]
`,
      {
        'sh-amd64': service('amd64'),
        'sh-arm64': service('arm64'),
        'tini-amd64': service('amd64'),
        'tini-arm64': service('arm64'),
        'entry.sh': Buffer.from('#!/bin/sh\nset -e\nexport X=1\nexec "$@"\n'),
        app: service('amd64'),
      },
    )
    const error = await refused({ context })
    expect(error.message).toContain('linux/arm64: found a program for amd64 at /opt/app')
    expect(error.properties).toContain('line=6')
  })

  test('verify: warn publishes it with a warning, off says nothing', async () => {
    const context = programs('FROM scratch\nCOPY app /app\nENTRYPOINT ["/app"]\n', { app: service('amd64') })
    const warned = await mustBuild({ image: freshName(), context, verify: 'warn' })
    expect(warned.annotations).toContainEqual(
      expect.objectContaining({
        level: 'warning',
        message: expect.stringContaining('linux/arm64: found a program for amd64 at /app'),
        properties: expect.stringContaining('line=2'),
      }),
    )
    expect(warned.summary).toContain('found a program for amd64')
    const silent = await mustBuild({ image: freshName(), context, verify: 'off' })
    expect(silent.annotations.filter(({ level }) => level === 'warning')).toEqual([])
  })
})

test('a library of the wrong machine, in a program of the right one', async () => {
  const libraries = (await must(['ldd', '/bin/ls'])).matchAll(/(\S+) => (\/\S+)|^\s*(\/\S+ld-\S+)/gm)
  const files: Record<string, Buffer> = { 'bin/ls': readFileSync('/bin/ls') }
  for (const [, name, path, loader] of libraries) {
    files[`lib64/${name ?? loader!.split('/').at(-1)}`] = readFileSync((path ?? loader)!)
  }
  const host = process.arch === 'arm64' ? 'arm64' : 'amd64'
  const dockerfile =
    'FROM scratch\nCOPY bin /bin\nCOPY lib64 /lib64\nCOPY lib64 /lib\nENTRYPOINT ["/bin/ls"]\n'
  const right = await mustBuild({
    image: freshName(),
    context: programs(dockerfile, files),
    platforms: `linux/${host}`,
  })
  expect(right.annotations.filter(({ level }) => level !== 'notice')).toEqual([])
  files['lib64/libc.so.6'] = proofBinary('s390x')
  const error = await refused({ context: programs(dockerfile, files), platforms: `linux/${host}` })
  expect(error.message).toMatch(/found a library for s390x at \/lib(64)?\/libc\.so\.6, which \/.* loads/)
})

test('files for other machines that nothing starts: a warning, silenced by verify-allow', async () => {
  const dockerfile =
    'FROM scratch\nARG TARGETARCH\nCOPY app-$TARGETARCH /app\nCOPY addons /addons\nENTRYPOINT ["/app"]\n'
  const context = programs(dockerfile, {
    'app-amd64': service('amd64'),
    'app-arm64': service('arm64'),
    'addons/linux-s390x.node': proofBinary('s390x'),
    'addons/linux-ppc64le.node': proofBinary('ppc64le'),
  })
  const step = await mustBuild({ image: freshName(), context })
  const warnings = step.annotations.filter(({ level }) => level === 'warning').map(({ message }) => message)
  expect(warnings).toHaveLength(2)
  expect(warnings.join()).toContain(
    '2 files for another machine: /addons/linux-ppc64le.node (ppc64le), /addons/linux-s390x.node (s390x)',
  )
  const allowed = await mustBuild({ image: freshName(), context, 'verify-allow': '/addons/**\nother/*.node' })
  expect(allowed.annotations.filter(({ level }) => level === 'warning')).toEqual([])
})

test('11 and 23: an image of one platform only, as base and as source of COPY', async () => {
  const single = freshName()
  const context = programs('FROM scratch\nCOPY data app /\n', {
    data: Buffer.from('x'),
    app: service('amd64'),
  })
  await must(['podman', 'build', '-q', '--platform=linux/amd64', '-t', single, context])
  await must(['podman', 'push', '-q', single])
  await must(['podman', 'rmi', '-f', single])
  const base = await refused({ context: contextWith({ Dockerfile: `FROM ${single}\nLABEL a=b\n` }) })
  expect(base.message).toMatch(/linux\/arm64: found \S+ for linux\/amd64 as the base image/)
  expect(base.properties).toContain('line=1')
  // Of another image only data may be taken, so that is a warning; a program for another machine is refused by its bytes.
  const copy = await mustBuild({
    image: freshName(),
    context: contextWith({ Dockerfile: `FROM scratch\nCOPY --from=${single} /data /data\n` }),
  })
  expect(copy.annotations.filter(({ level }) => level === 'warning')).toMatchObject([
    {
      message: expect.stringMatching(/linux\/arm64: found \S+ for linux\/amd64 \(COPY --from, line 2\)/),
      properties: expect.stringContaining('line=2'),
    },
  ])
  const program = await refused({
    context: contextWith({
      Dockerfile: `FROM scratch\nCOPY --from=${single} /app /app\nENTRYPOINT ["/app"]\n`,
    }),
  })
  expect(program.message).toContain('linux/arm64: found a program for amd64 at /app')
  expect(program.properties).toContain('line=2')
  // Where the platform is written down, it is meant.
  await mustBuild({
    image: freshName(),
    context: contextWith({
      Dockerfile: `FROM --platform=linux/amd64 ${single} AS data\nFROM scratch\nCOPY --from=data /data /data\n`,
    }),
  })
})

test('17 and 24: what the format drops, and a stage for work published by chance, are said on their lines', async () => {
  const context = programs(
    'FROM scratch AS production\nCOPY f /\nHEALTHCHECK CMD ["/f"]\nFROM production AS development\nCOPY f /g\n',
    { f: Buffer.from('x') },
  )
  const step = await mustBuild({ image: freshName(), context })
  const warnings = step.annotations.filter(({ level }) => level === 'warning')
  expect(warnings).toMatchObject([
    { message: expect.stringContaining('HEALTHCHECK'), properties: expect.stringContaining('line=3') },
    {
      message: expect.stringContaining('the stage development is published'),
      properties: expect.stringContaining('line=4'),
    },
  ])
  const chosen = await mustBuild({ image: freshName(), context, target: 'production', format: 'docker' })
  expect(chosen.annotations.filter(({ level }) => level === 'warning')).toEqual([])
})

test('labels and variables that follow from arguments are what podman makes of them', async () => {
  const Dockerfile = `ARG GLOBAL=g
FROM scratch AS base
ARG GLOBAL
ARG A=a
ARG EMPTY
ENV FROM_BASE=\${A} PATH=/x:$PATH
LABEL global=$GLOBAL base="\${A} and $GLOBAL" twice=1
FROM base
ARG TARGETARCH
ARG A=other
ARG B=\${A}-\${TARGETARCH}
ENV V1=$A V2=\${B} V3=\${NONE:-n} V4=\${A:+set} V5='$A' V6=a\\ b
ENV A=env
LABEL a=$A b="\${B}" empty="[$EMPTY]" c=\${FROM_BASE} twice=2 literal='$A' "with space"=\${A:-x}
COPY f /
`
  const context = contextWith({ Dockerfile, f: '' })
  for (const args of ['', 'A=given', 'A=\nGLOBAL=2']) {
    const image = freshName()
    const step = await mustBuild({ image, context, 'build-args': args })
    expect(step.annotations.filter(({ level }) => level === 'warning')).toEqual([])
    expect((await config(`${image}@${step.outputs['digest-linux-arm64']}`)).config.Labels).toMatchObject({
      twice: '2',
      literal: '$A',
    })
  }
})

test('an image without a program, and one that is not there', async () => {
  const files = { f: Buffer.from('data') }
  await mustBuild({ image: freshName(), context: programs('FROM scratch\nCOPY f /\n', files) })
  // `podman create` wants a command, also of an image that holds data alone.
  const data = await mustBuild({
    image: freshName(),
    context: programs('FROM scratch\nCOPY f /\nCMD ["/none"]\n', files),
  })
  expect(data.annotations.filter(({ level }) => level === 'warning')).toHaveLength(2)
  const program = { app: service('amd64') }
  const from = 'FROM scratch\nCOPY app /\n'
  const platforms = 'linux/amd64'
  const absent = await refused({ context: programs(`${from}ENTRYPOINT ["/g"]\n`, program), platforms })
  expect(absent.message).toContain('found no /g, expected the program that the image starts')
  const shell = await refused({ context: programs(`${from}CMD app --serve\n`, program), platforms })
  expect(shell.message).toContain('the image has no shell')
})

test('the command line fails in the same way', async () => {
  const context = programs('FROM scratch\nCOPY app /app\nENTRYPOINT ["/app"]\n', { app: service('amd64') })
  const args = ['--image', freshName(), '--tags', 't', '--context', context, '--push']
  const ended = await runCli(['build', ...args], { cwd: repository })
  expect(ended.exitCode).toBe(1)
  expect(ended.stderr).toContain('found a program for amd64 at /app')
})
