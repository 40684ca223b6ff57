import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { must, run, runCli, runStep } from '../support/runner.js'
import {
  authRegistry,
  build,
  config,
  contextWith,
  endStep,
  expectNoLeftovers,
  fixture,
  foldersOf,
  freshName,
  index,
  login,
  mustBuild,
  rawManifest,
  registry,
  temporaryFolder,
} from '../support/world.js'

const data = fixture('data-only')
const creds = `${login.username}:${login.password}`

expectNoLeftovers()

test('the same inputs give the same digests, over the same tags, in any order of completion', async () => {
  const image = freshName()
  const first = await mustBuild({ image, context: data })
  const again = await mustBuild({ image, context: data, 'max-parallel': '1' })
  expect(again.outputs.digests).toBe(first.outputs.digests)
  expect(again.outputs.digest).toBe(first.outputs.digest)
  expect((await index(`${image}:test`)).manifests).toHaveLength(2)
})

test('the platforms are in the order asked for', async () => {
  const image = freshName()
  const step = await mustBuild({ image, context: data, platforms: 'linux/arm64/v8\nlinux/s390x,linux/arm' })
  expect(step.outputs.platforms).toBe('linux/arm64,linux/s390x,linux/arm/v7')
  expect((await index(`${image}:test`)).manifests.map(({ platform }) => platform)).toEqual([
    { architecture: 'arm64', os: 'linux' },
    { architecture: 's390x', os: 'linux' },
    { architecture: 'arm', os: 'linux', variant: 'v7' },
  ])
  expect(step.outputs['digest-linux-arm-v7']).toMatch(/^sha256:/)
})

test('every repository gets every tag, all with one index', async () => {
  const [one, two] = [freshName(), freshName()]
  const step = await mustBuild({ image: `${one}\n${two}`, tags: `a\nb\n${two}:c`, context: data })
  const references = [`${one}:a`, `${one}:b`, `${two}:a`, `${two}:b`, `${two}:c`]
  expect(step.outputs.tags).toBe(references.join('\n'))
  const raw = await Promise.all(references.map((reference) => rawManifest(reference)))
  expect(new Set(raw).size).toBe(1)
})

describe('immutable-tags', () => {
  const content = (text: string) => contextWith({ Dockerfile: 'FROM scratch\nCOPY f /\n', f: text })
  const revision = (commit: string) => ({ annotations: `index:org.opencontainers.image.revision=${commit}` })
  const errors = ({ annotations }: Awaited<ReturnType<typeof build>>) =>
    annotations.filter(({ level }) => level === 'error').map(({ message }) => message)

  test('another digest is refused before any tag is set, the same is not', async () => {
    const image = freshName()
    const inputs = { image, tags: 'latest\n1.2.3', 'immutable-tags': '*.*.*' }
    const first = await mustBuild({ ...inputs, context: content('1') })
    const other = await build({ ...inputs, context: content('2'), push: 'true' })
    expect(other.exitCode).toBe(1)
    expect(errors(other)).toEqual([
      expect.stringMatching(
        new RegExp(
          `^${image}:1\\.2\\.3 must not be overwritten .*it is ${first.outputs.digest}, and this build is sha256:.*; no tag was set\\nWhat to do: `,
        ),
      ),
    ])
    for (const tag of ['latest', '1.2.3'])
      expect(await rawManifest(`${image}:${tag}`)).toBe(await rawManifest(`${image}@${first.outputs.digest}`))
    expect((await mustBuild({ ...inputs, context: content('1') })).outputs.digest).toBe(first.outputs.digest)
    // What no pattern names moves.
    const moved = await mustBuild({ ...inputs, context: content('3'), tags: 'latest' })
    expect(await rawManifest(`${image}:latest`)).toBe(await rawManifest(`${image}@${moved.outputs.digest}`))
  })

  test('a tag of another commit is refused before anything is built', async () => {
    const image = freshName()
    const inputs = { image, tags: '1.2.3', 'immutable-tags': '*.*.*', context: content('1') }
    await mustBuild({ ...inputs, ...revision('a1') })
    await mustBuild({ ...inputs, ...revision('a1') })
    const other = await build({ ...inputs, ...revision('b2'), push: 'true' })
    expect(other.exitCode).toBe(1)
    expect(other.stdout).not.toContain('STEP ')
    expect(errors(other)).toEqual([expect.stringContaining('built from commit a1, and this is b2')])
  })

  test('so is one of a single image', async () => {
    const image = freshName()
    const inputs = { image, context: content('1'), 'immutable-tags': '*.*.*' }
    const first = await mustBuild(inputs)
    const only = `docker://${image}@${first.outputs['digest-linux-amd64']}`
    await must([
      'skopeo',
      'copy',
      '--src-tls-verify=false',
      '--dest-tls-verify=false',
      only,
      `docker://${image}:1.2.3`,
    ])
    const other = await build({ ...inputs, tags: '1.2.3', push: 'true' })
    expect(other.exitCode).toBe(1)
    expect(other.stdout).not.toContain('STEP ')
    expect(errors(other)).toEqual([
      expect.stringContaining('a single image, and this build gives an image index'),
    ])
  })
})

test('nothing is pushed on a pull request, and it says so; the digests are those of a push', async () => {
  const image = freshName()
  const folder = temporaryFolder()
  const event = join(folder, 'event.json')
  writeFileSync(
    event,
    JSON.stringify({ pull_request: { number: 12 }, repository: { default_branch: 'main' } }),
  )
  const env = {
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_REF: 'refs/pull/12/merge',
    GITHUB_EVENT_PATH: event,
  }
  const step = await build({ image, context: data, push: 'auto', tags: '' }, { env })
  expect(step.exitCode).toBe(0)
  expect(step.outputs).toMatchObject({ pushed: 'false', tags: `${image}:pr-12` })
  expect(step.annotations.filter(({ level }) => level === 'notice').map(({ message }) => message)).toEqual([
    expect.stringContaining('this is a pull request'),
  ])
  expect(await rawManifest(`${image}:pr-12`)).toBeUndefined()

  const layout = await must(['skopeo', 'inspect', '--raw', `oci:${step.outputs['oci-layout']}`])
  const pushed = await mustBuild({ image, context: data })
  expect(layout).toBe(await rawManifest(`${image}:test`))
  expect(step.outputs.digest).toBe(pushed.outputs.digest)
})

test('layout: false keeps none', async () => {
  const step = await mustBuild({ image: freshName(), context: data, layout: 'false' })
  expect(step.outputs['oci-layout']).toBe('')
})

describe('logins', () => {
  test('username and password, kept to this step', async () => {
    const image = freshName(authRegistry)
    const step = await mustBuild({ image, context: data, ...login })
    expect((await index(`${image}:test`, creds)).manifests).toHaveLength(2)
    expect(step.stdout).toContain(`::add-mask::${login.password}`)
    const shown = step.stdout.replace(/^::add-mask::.*$/gm, '') + step.summary + JSON.stringify(step.outputs)
    expect(shown).not.toContain(login.password)
    expect(shown).not.toContain(Buffer.from(creds).toString('base64'))
  })

  test('for later steps, as Docker has them, until the post part', async () => {
    const image = freshName(authRegistry)
    const step = await mustBuild({ image, context: data, ...login })
    const folder = step.outputs['docker-config']!
    const file = join(folder, 'config.json')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const inspect = ['skopeo', 'inspect', '--raw', '--tls-verify=false', `docker://${image}:test`]
    const env = { DOCKER_CONFIG: folder, HOME: temporaryFolder(), XDG_RUNTIME_DIR: temporaryFolder() }
    expect(await must(inspect, { env })).toContain(JSON.parse(step.outputs.digests!)['linux/arm64'])
    expect((await endStep(step)).exitCode).toBe(0)
    expect(existsSync(folder)).toBe(false)
    expect((await mustBuild({ image: freshName(), context: data })).outputs['docker-config']).toBe('')
  })

  test('a login that podman already has', async () => {
    const image = freshName(authRegistry)
    const file = join(temporaryFolder(), 'auth.json')
    writeFileSync(
      file,
      JSON.stringify({ auths: { [authRegistry]: { auth: Buffer.from(creds).toString('base64') } } }),
    )
    await mustBuild({ image, context: data }, { env: { REGISTRY_AUTH_FILE: file } })
    expect((await index(`${image}:test`, creds)).manifests).toHaveLength(2)
  })

  test('a base image that wants a login is pulled with the step’s own', async () => {
    const base = freshName(authRegistry)
    await mustBuild({ image: base, context: data, ...login })
    const context = contextWith({ Dockerfile: `FROM ${base}:test\nCOPY more /more\n`, more: '1' })
    const image = freshName()
    await mustBuild({ image, context, registry: authRegistry, ...login })
    expect((await index(`${image}:test`)).manifests).toHaveLength(2)
  })

  test('a wrong password is an error that says what to do; no tag is there', async () => {
    const image = freshName(authRegistry)
    const step = await build({ image, context: data, username: 'ci', password: 'wr0ng-pass' })
    expect(step.exitCode).toBe(1)
    expect(step.annotations.filter(({ level }) => level === 'error')).toHaveLength(1)
    expect(step.annotations[0]!.message).toMatch(/40[13]|unauthorized|login/i)
    expect(step.annotations[0]!.message).toContain('What to do:')
    expect(step.outputs).toEqual({})
    expect(await rawManifest(`${image}:test`, creds)).toBeUndefined()
  })

  test('a registry that is not there is an error that names it', async () => {
    const step = await build({ image: '127.0.0.1:1/x', context: data, retries: '1' })
    expect(step.exitCode).toBe(1)
    expect(step.annotations[0]!.message).toContain('127.0.0.1:1')
  })
})

describe('labels, annotations, time', () => {
  const tagPush = { GITHUB_EVENT_NAME: 'push', GITHUB_REF: 'refs/tags/v1.2.3', GITHUB_REPOSITORY: 'o/n' }

  async function checkout(): Promise<string> {
    const folder = contextWith({
      Dockerfile: 'FROM scratch\nCOPY f /\nLABEL own=1\n',
      f: 'x',
      '.dockerignore': '.git',
    })
    const git = (...args: string[]) =>
      must(['git', '-C', folder, '-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args])
    await git('init', '-q', '-b', 'main')
    await git('add', '-A')
    await git('commit', '-q', '-m', 'one')
    return folder
  }

  test('a tag push gets revision, version and created, a branch push keeps its digest at every commit', async () => {
    const folder = await checkout()
    const image = freshName()
    const branch = await mustBuild({ image, context: folder })
    await must([
      'git',
      '-C',
      folder,
      '-c',
      'user.name=t',
      '-c',
      'user.email=t@example.com',
      'commit',
      '-q',
      '--allow-empty',
      '-m',
      'two',
    ])
    expect((await mustBuild({ image, context: folder })).outputs.digest).toBe(branch.outputs.digest)

    const tagged = await mustBuild({ image, context: folder, tags: '' }, { env: tagPush })
    expect(tagged.outputs.tags).toBe(`${image}:1.2.3`)
    const { Labels } = (await config(`${image}@${tagged.outputs['digest-linux-arm64']}`)).config
    const revision = (await must(['git', '-C', folder, 'rev-parse', 'HEAD'])).trim()
    expect(Labels).toMatchObject({
      own: '1',
      'org.opencontainers.image.revision': revision,
      'org.opencontainers.image.version': '1.2.3',
      'org.opencontainers.image.source': 'https://github.com/o/n',
      'org.opencontainers.image.title': image.split('/').at(-1),
    })
    expect((await index(`${image}:1.2.3`)).annotations).toMatchObject({
      'org.opencontainers.image.revision': revision,
    })
  })

  test('the base image is named, by name and digest', async () => {
    const image = freshName()
    const step = await mustBuild({
      image,
      context: contextWith({ Dockerfile: `FROM ${registry}/ubi9/ubi-minimal:9.6\nCOPY f /\n`, f: '1' }),
    })
    const { Labels } = (await config(`${image}@${step.outputs['digest-linux-arm64']}`)).config
    expect(Labels).toMatchObject({
      'org.opencontainers.image.base.name': `${registry}/ubi9/ubi-minimal:9.6`,
      'org.opencontainers.image.base.digest': expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
    })
  })

  test('given labels and annotations win and reach their places', async () => {
    const image = freshName()
    const step = await mustBuild({
      image,
      context: data,
      labels: 'org.opencontainers.image.title=mine\nwith=equals=sign',
      annotations: 'a=manifest\nindex:b=index\nmanifest[linux/arm64]:c=arm',
    })
    const manifest = JSON.parse((await rawManifest(`${image}@${step.outputs['digest-linux-arm64']}`))!)
    const other = JSON.parse((await rawManifest(`${image}@${step.outputs['digest-linux-amd64']}`))!)
    expect(manifest.annotations).toMatchObject({ a: 'manifest', c: 'arm' })
    expect(other.annotations).not.toHaveProperty('c')
    expect((await index(`${image}:test`)).annotations).toMatchObject({ b: 'index' })
    expect((await config(`${image}@${step.outputs['digest-linux-arm64']}`)).config.Labels).toMatchObject({
      'org.opencontainers.image.title': 'mine',
      with: 'equals=sign',
    })
  })

  describe('what docker/metadata-action puts out, as it is', () => {
    // Its outputs for a release of a repository without a licence, with labels of the user's own.
    const description = 'Serves a=b and c=d, "quoted", at 100 %'
    const labels = `com.example.build=--flag=on --other=a b
com.example.empty=
org.opencontainers.image.created=2024-05-06T07:08:09.012Z
org.opencontainers.image.description=${description}
org.opencontainers.image.licenses=
org.opencontainers.image.revision=860c1904a1ce19322e91ac35af1ab07466440c37
org.opencontainers.image.source=https://github.com/octocat/hello
org.opencontainers.image.title=hello
org.opencontainers.image.url=https://github.com/octocat/hello
org.opencontainers.image.version=1.2.3`
    const entries = labels.split('\n').map((line) => line.split(/=(.*)/s).slice(0, 2))
    // With DOCKER_METADATA_ANNOTATIONS_LEVELS as here; each of its levels is a prefix of every line.
    const annotations = (levels: string) =>
      labels
        .split('\n')
        .map((line) => `${levels}:${line}`)
        .join('\n')
    const inputs = (image: string, levels: string) => ({
      image,
      context: data,
      tags: `${image}:1.2.3\n${image}:1.2\n${image}:latest`,
      labels,
      annotations: annotations(levels),
    })

    test.each([
      ['manifest', true, false],
      ['index', false, true],
      ['manifest,index', true, true],
    ] as const)('annotations of %s', async (levels, ofManifest, ofIndex) => {
      const image = freshName()
      const given = Object.fromEntries(entries)
      const step = await mustBuild(inputs(image, levels))
      expect(step.outputs.tags).toBe(`${image}:1.2.3\n${image}:1.2\n${image}:latest`)
      const raw = await Promise.all(['1.2.3', '1.2', 'latest'].map((tag) => rawManifest(`${image}:${tag}`)))
      expect(new Set(raw).size).toBe(1)
      const list = JSON.parse(raw[0]!)
      if (ofIndex) expect(list.annotations).toMatchObject(given)
      else expect(list.annotations).not.toHaveProperty('com.example.build')
      expect(list.manifests).toHaveLength(2)
      for (const { digest } of list.manifests) {
        expect((await config(`${image}@${digest}`)).config.Labels).toMatchObject(given)
        const manifest = JSON.parse((await rawManifest(`${image}@${digest}`))!)
        if (ofManifest) expect(manifest.annotations).toMatchObject(given)
        else expect(manifest.annotations ?? {}).not.toHaveProperty('com.example.build')
      }
    })

    test.each(['manifest-descriptor', 'index-descriptor', 'manifest,manifest-descriptor'])(
      'annotations of %s are refused before anything is built',
      async (levels) => {
        const image = freshName()
        const step = await build(inputs(image, levels))
        expect(step.exitCode).toBe(2)
        expect(step.annotations.map(({ level, message }) => [level, message])).toEqual([
          [
            'error',
            `input annotations: ${JSON.stringify(`${levels}:com.example.build=--flag=on --other=a b`)}: annotations of descriptors can't be set\nWhat to do: use the prefix manifest: or index:`,
          ],
        ])
        expect(step.stdout).not.toContain('STEP ')
        expect(await rawManifest(`${image}:latest`)).toBeUndefined()
      },
    )
  })

  test.each([
    ['auto', {}, '1980-01-01T00:00:00Z'],
    ['86400', {}, '1970-01-02T00:00:00Z'],
    ['auto', { SOURCE_DATE_EPOCH: '86400' }, '1970-01-02T00:00:00Z'],
  ])('source-date-epoch: %s with %j', async (epoch, env, created) => {
    const image = freshName()
    const step = await mustBuild({ image, context: data, 'source-date-epoch': epoch }, { env })
    expect((await config(`${image}@${step.outputs['digest-linux-amd64']}`)).created).toBe(created)
  })

  test('source-date-epoch: off leaves the time of the build', async () => {
    const image = freshName()
    const step = await mustBuild({ image, context: data, 'source-date-epoch': 'off' })
    const { created } = await config(`${image}@${step.outputs['digest-linux-amd64']}`)
    expect(Date.now() - Date.parse(created)).toBeLessThan(3_600_000)
  })
})

test('secrets reach the step that mounts them, and nothing else', async () => {
  const context = contextWith({
    Dockerfile: `FROM ${registry}/ubi9/ubi-minimal:9.6
RUN --mount=type=secret,id=one case "$(cat /run/secrets/one)" in s*t-one) ;; *) exit 1 ;; esac
RUN --mount=type=secret,id=two case "$(cat /run/secrets/two)" in s*t-two) ;; *) exit 1 ;; esac
RUN --mount=type=secret,id=three case "$(cat /run/secrets/three)" in s*t-three) ;; *) exit 1 ;; esac
RUN env | grep -E "INPUT_|ACTIONS_|TOKEN|s3.r3t" && exit 1 || true
`,
  })
  writeFileSync(join(context, 'three'), 's3cr3t-three')
  const step = await mustBuild(
    {
      image: freshName(),
      context,
      platforms: 'linux/amd64',
      secrets: 'one=s3cr3t-one',
      'secret-envs': 'two=SECRET_TWO',
      'secret-files': `three=${join(context, 'three')}`,
      push: 'false',
    },
    { env: { SECRET_TWO: 's3cr3t-two', ACTIONS_RUNTIME_TOKEN: 'token' } },
  )
  const masks = step.stdout.match(/^::add-mask::.*$/gm) ?? []
  expect(masks).toEqual(['::add-mask::s3cr3t-one', '::add-mask::s3cr3t-two'])
  const shown = step.stdout.replace(/^::add-mask::.*$/gm, '') + step.summary + JSON.stringify(step.outputs)
  expect(shown).not.toContain('s3cr3t')
})

test('a secret that a program prints is in no summary, and on no terminal', async () => {
  const context = contextWith({
    Dockerfile: `FROM ${registry}/ubi9/ubi-minimal:9.6
RUN --mount=type=secret,id=one cat /run/secrets/one && echo && exit 3
`,
  })
  const inputs = { image: freshName(), context, platforms: 'linux/amd64', push: 'false' }
  const step = await build({ ...inputs, secrets: 'one=s3cr3t-one' })
  expect(step.exitCode).toBe(1)
  expect(step.summary).toContain('***')
  expect(step.summary).not.toContain('s3cr3t')
  const options = Object.entries({ ...inputs, tags: 'test' }).flatMap(([name, value]) => [`--${name}`, value])
  const cli = await runCli(['build', ...options, '--secret-envs', 'one=ONE'], { env: { ONE: 's3cr3t-one' } })
  expect(cli.exitCode).toBe(1)
  expect(cli.stderr).toContain('***')
  expect(cli.stdout + cli.stderr).not.toContain('s3cr3t')
})

test('load leaves a list under the first tag, and does so again', async () => {
  const image = freshName('localhost')
  for (const text of ['1', '2']) {
    const context = contextWith({ Dockerfile: 'FROM scratch\nCOPY f /\n', f: text })
    const step = await mustBuild({ image, context, push: 'false', load: 'true' })
    const list = JSON.parse(await must(['podman', 'manifest', 'inspect', `${image}:test`]))
    expect(list.manifests.map((entry: { digest: string }) => entry.digest)).toEqual(
      Object.values(JSON.parse(step.outputs.digests!)),
    )
  }
  // Not `podman images`: podman 4.3 can't list where there is a list and an image without any layer.
  const { graphRoot, graphDriverName } = JSON.parse(await must(['podman', 'info', '--format', 'json'])).store
  const images = readFileSync(join(graphRoot, `${graphDriverName}-images`, 'images.json'), 'utf8')
  const names = (JSON.parse(images) as { names?: string[] }[]).flatMap((each) => each.names ?? [])
  expect(names).toContain(`${image}:test`)
  expect(names.join()).not.toContain('multiarch-build-load')
})

test('the user’s storage may be vfs, which podman 4 picks by itself', async () => {
  const folder = temporaryFolder()
  const settings = join(folder, 'storage.conf')
  const roots = `graphroot = "${folder}/graph"\nrunroot = "${folder}/run"\nrootless_storage_path = "${folder}/graph"\n`
  writeFileSync(settings, `[storage]\ndriver = "vfs"\n${roots}`)
  const env = { CONTAINERS_STORAGE_CONF: settings }
  const image = freshName()
  const step = await mustBuild({ image, context: data }, { env })
  expect(step.outputs.digests).toBe((await mustBuild({ image, context: data })).outputs.digests)
})

test('the command line gives the same image, and prints nothing but the metadata', async () => {
  const image = freshName()
  const step = await mustBuild({ image, context: data })
  const cli = await runCli(['build', '--image', image, '--tags=test', '--context', data, '--push', '--json'])
  expect(cli.exitCode).toBe(0)
  expect(JSON.parse(cli.stdout)).toMatchObject({ digest: step.outputs.digest, pushed: true })
  const layout = JSON.parse(cli.stdout)['oci-layout'] as string
  expect(await must(['skopeo', 'inspect', '--raw', `oci:${layout}`])).toBe(await rawManifest(`${image}:test`))
})

test('what a kill leaves is removed by post', async () => {
  const context = contextWith({ Dockerfile: `FROM ${registry}/ubi9/ubi-minimal:9.6\nRUN sleep 300\n` })
  const temp = join(temporaryFolder(), 'temp')
  mkdirSync(temp)
  const step = await build(
    { image: freshName(), context, platforms: 'linux/amd64', push: 'false' },
    {
      env: { RUNNER_TEMP: temp },
      onOutput: (text, child) => {
        if (text.includes('RUN sleep')) child.kill('SIGKILL')
      },
    },
  )
  expect(step.exitCode).toBe(137)
  const [stores] = foldersOf(step)
  expect(existsSync(stores!)).toBe(true)
  const post = await runStep('post', { env: { RUNNER_TEMP: temp, STATE_workspace: step.state.workspace } })
  expect(post.stdout).toBe('')
  expect(post.exitCode).toBe(0)
  expect((await run(['pgrep', '-f', stores!])).stdout).toBe('')
  expect(readFileSync('/proc/self/mountinfo', 'utf8')).not.toContain(stores)
})
