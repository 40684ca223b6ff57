import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { type Ended, must, repository, run, withoutRunner } from '../support/runner.js'
import {
  authRegistry,
  type config,
  fixture,
  freshName,
  index,
  login,
  rawManifest,
  temporaryFolder,
} from '../support/world.js'

// The scripts in examples/ci, run as each CI runs them, with the variables that it sets.

const read = (name: string) => readFileSync(join(repository, 'examples', 'ci', name), 'utf8')
const packageJson = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'))
const creds = `${login.username}:${login.password}`

/** What a CI builds. */
type Event = { branch: string } | { tag: string } | { request: number }

/** A run of a CI's script. */
interface Job {
  readonly project: string
  readonly image: string
  /** Folder that is kept between runs, where the CI lets one choose it. */
  readonly kept: string
  readonly event: Event
  readonly commit: string
}

/** What the script hands on. */
interface HandedOn {
  readonly digest: string
  readonly amd64: string
  readonly arm64: string
  readonly reference?: string
}

interface Ci {
  readonly script: (event: Event) => string
  /** How the CI starts a script. */
  readonly shell: readonly string[]
  readonly variables: (job: Job) => Record<string, string>
  /** Folder of the cache between runs. */
  readonly cache: (job: Job) => string
  /** Undefined when there is nothing. */
  readonly handedOn: (job: Job) => HandedOn | undefined
  readonly requestTag: string
}

const command = `${process.execPath} ${join(repository, 'dist', 'cli', 'index.js')}`
const programs = temporaryFolder()
const said = join(programs, 'arguments')

beforeAll(async () => {
  // Every program that the scripts and the product start is the real one; its arguments are noted first.
  const podman = (await must(['sh', '-c', 'command -v podman'])).trim()
  for (const [name, real] of Object.entries({ podman, 'multiarch-build': command })) {
    const path = join(programs, name)
    writeFileSync(path, `#!/bin/sh\nprintf '${name} %s\\n' "$*" >>${said}\nexec ${real} "$@"\n`)
    chmodSync(path, 0o755)
  }
})

/** A checkout as CIs make it: of a commit, and of no branch. */
async function checkout(): Promise<Pick<Job, 'project' | 'commit'>> {
  const project = join(temporaryFolder(), 'project')
  cpSync(fixture('data-only'), project, { recursive: true })
  // All of the project goes into the image, so that a cache or a result which lies in it would change the digest.
  writeFileSync(join(project, 'Dockerfile'), 'FROM scratch\nCOPY . /policies/\n')
  writeFileSync(join(project, '.dockerignore'), '.git\n')
  const git = (...args: string[]) =>
    must(['git', '-C', project, '-c', 'user.name=ci', '-c', 'user.email=ci@example.com', ...args])
  await git('init', '-q', '-b', 'main')
  await git('add', '.')
  await git('commit', '-q', '-m', 'policies')
  await git('remote', 'add', 'origin', 'https://ci-token:t0ken@git.example.com/organisation/policies.git')
  await git('checkout', '-q', '--detach')
  return { project, commit: (await git('rev-parse', 'HEAD')).trim() }
}

async function newJob(event: Event): Promise<Job> {
  const kept = join(temporaryFolder(), 'kept')
  mkdirSync(kept)
  return { ...(await checkout()), image: freshName(authRegistry), kept, event }
}

const isRequest = (event: Event) => 'request' in event
const from = (project: string, name: string) => readFileSync(join(project, name), 'utf8')

// --- GitLab

interface GitLabJob {
  readonly variables: Record<string, string>
  readonly before_script: string[]
  readonly script: string[]
  readonly cache: { readonly paths: string[]; readonly policy: string }
  readonly rules: { readonly if: string; readonly variables?: Record<string, string> }[]
  readonly artifacts: { readonly reports: { readonly dotenv: string } }
}
const gitlabFile = parse(read('gitlab-ci.yml')) as { container: GitLabJob }
const gitlabJob = gitlabFile.container

/** Variables in values of variables, as GitLab puts them in. */
function expanded(values: Record<string, string>, by: Record<string, string>): Record<string, string> {
  const entries = Object.entries(values).map(([name, value]) => [
    name,
    value.replace(/\$(\w+)/g, (_, variable: string) => by[variable] ?? ''),
  ])
  return Object.fromEntries(entries)
}

function dotenv(text: string): Record<string, string> {
  // https://docs.gitlab.com/ci/yaml/artifacts_reports/#artifactsreportsdotenv
  const lines = text.trimEnd().split('\n')
  for (const line of lines) expect(line).toMatch(/^[A-Za-z0-9_]+=\S*$/)
  return Object.fromEntries(lines.map((line) => line.split(/=(.*)/s).slice(0, 2)))
}

const gitlab: Ci = {
  script: () => [...gitlabJob.before_script, ...gitlabJob.script].join('\n'),
  shell: ['sh', '-e'],
  variables: ({ image, commit, event, project }) => {
    const predefined: Record<string, string> = {
      CI_REGISTRY: authRegistry,
      CI_REGISTRY_IMAGE: image,
      CI_REGISTRY_USER: login.username,
      CI_REGISTRY_PASSWORD: login.password,
      CI_PROJECT_DIR: project,
      CI_COMMIT_SHA: commit,
      ...('branch' in event && { CI_COMMIT_BRANCH: event.branch }),
      ...('tag' in event && { CI_COMMIT_TAG: event.tag }),
      ...('request' in event && { CI_MERGE_REQUEST_IID: String(event.request) }),
    }
    return { ...predefined, ...expanded(gitlabJob.variables, predefined) }
  },
  // GitLab keeps only what lies in the project.
  cache: ({ project }) => join(project, gitlabJob.cache.paths[0]!),
  handedOn: ({ project }) => {
    const name = gitlabJob.artifacts.reports.dotenv
    if (!existsSync(join(project, name))) return undefined
    const values = dotenv(from(project, name))
    return {
      digest: values.IMAGE_DIGEST!,
      amd64: values.DIGEST_LINUX_AMD64!,
      arm64: values.DIGEST_LINUX_ARM64!,
      reference: values.IMAGE_REFERENCE!,
    }
  },
  requestTag: 'mr-42',
}

/** What GitLab's runner does before a job: only what is a cache stays. */
async function cleanUp({ project }: Job): Promise<void> {
  const kept = gitlabJob.cache.paths.flatMap((path) => ['-e', path])
  await must(['git', '-C', project, 'clean', '-ffdxq', ...kept])
}

// --- Tekton

interface Named {
  readonly name: string
  readonly default?: string
}
interface TektonTask {
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: { readonly name: string }
  readonly spec: {
    readonly params: Named[]
    readonly workspaces: (Named & { readonly optional?: boolean })[]
    readonly results: Named[]
    readonly steps: {
      readonly image: string
      readonly workingDir: string
      readonly env: { readonly name: string; readonly value: string }[]
      readonly script: string
    }[]
  }
}
const task = parse(read('tekton-task.yaml')) as TektonTask
const step = task.spec.steps[0]!

const resultPath = ({ kept }: Pick<Job, 'kept'>, name: string) => join(kept, '..', name)

/** Puts in what Tekton puts in; a name that the task does not declare is an error. */
function substituted(text: string, job: Job): string {
  const { params, workspaces, results } = task.spec
  const given: Record<string, string> = {
    IMAGE: job.image,
    TAGS:
      'tag' in job.event
        ? job.event.tag.replace(/^v/, '')
        : 'branch' in job.event
          ? job.event.branch
          : 'pr-42',
    PUSH: String(!isRequest(job.event)),
    ...Object.fromEntries(['MULTIARCH_BUILD', 'BUILDER_IMAGE'].map((name) => [name, 'multiarch-build'])),
  }
  const places: Record<string, string> = {
    source: job.project,
    dockerconfig: isRequest(job.event) ? '' : dockerConfig(),
    cache: job.kept,
  }
  return text.replace(
    /\$\((params|workspaces|results)\.(\w+)(\.path)?\)/g,
    (_, kind: string, name: string) => {
      const declared = { params, workspaces, results }[kind] as Named[]
      const found = declared.find((each) => each.name === name)
      if (found === undefined) throw new Error(`${kind}.${name} is not declared`)
      if (kind === 'params') return given[name] ?? found.default ?? fail(`${name} has no value`)
      return kind === 'workspaces' ? places[name]! : resultPath(job, name)
    },
  )
}

function fail(message: string): never {
  throw new Error(message)
}

/** A mounted secret of the type kubernetes.io/dockerconfigjson. */
function dockerConfig(): string {
  const folder = temporaryFolder()
  const auths = { [authRegistry]: { auth: Buffer.from(creds).toString('base64') } }
  writeFileSync(join(folder, '.dockerconfigjson'), JSON.stringify({ auths }))
  return folder
}

const tekton: Ci = {
  script: () => step.script,
  shell: ['sh'],
  variables: (job) =>
    Object.fromEntries(
      step.env
        // Which storage there is says the world.
        .filter(({ name }) => name !== 'STORAGE_DRIVER')
        .map(({ name, value }) => [name, substituted(value, job)]),
    ),
  cache: ({ kept }) => kept,
  handedOn: (job) => {
    const names = task.spec.results.map(({ name }) => name)
    const values = names.filter((name) => existsSync(resultPath(job, name)))
    if (values.length === 0) return undefined
    expect(values).toEqual(names)
    const value = (name: string) => readFileSync(resultPath(job, name), 'utf8')
    expect(JSON.parse(value('DIGESTS'))).toEqual({
      'linux/amd64': value('DIGEST_LINUX_AMD64'),
      'linux/arm64': value('DIGEST_LINUX_ARM64'),
    })
    return {
      digest: value('IMAGE_DIGEST'),
      amd64: value('DIGEST_LINUX_AMD64'),
      arm64: value('DIGEST_LINUX_ARM64'),
      reference: `${value('IMAGE_URL')}@${value('IMAGE_DIGEST')}`,
    }
  },
  requestTag: 'pr-42',
}

// --- Jenkins

/** The text of a stage's only `sh '''…'''`. */
function stage(name: string): string {
  const stages = read('Jenkinsfile')
    .split(/\bstage\('/)
    .slice(1)
  const text = stages.find((each) => each.startsWith(`${name}'`))!
  const blocks = [...text.matchAll(/\bsh '''\n([\s\S]*?)'''/g)].map((match) => match[1]!)
  expect(blocks).toHaveLength(1)
  // Groovy would read it as the beginning of an escape.
  expect(blocks[0]).not.toContain('\\')
  return blocks[0]!
}

const jenkins: Ci = {
  script: (event) => stage(isRequest(event) ? 'Build' : 'Publish'),
  shell: ['sh', '-xe'],
  variables: ({ image, commit, event, kept }) => {
    const set = [...read('Jenkinsfile').matchAll(/^ {4}([A-Z_]+) = '(.*)'$/gm)]
    return {
      ...Object.fromEntries(set.map((match) => [match[1]!, match[2]!])),
      IMAGE: image,
      CACHE_DIR: kept,
      GIT_COMMIT: commit,
      ...('branch' in event && { BRANCH_NAME: event.branch, BRANCH_IS_PRIMARY: 'true' }),
      ...('tag' in event && { BRANCH_NAME: event.tag, TAG_NAME: event.tag }),
      ...('request' in event
        ? { BRANCH_NAME: `PR-${event.request}`, CHANGE_ID: String(event.request) }
        : { REGISTRY_USR: login.username, REGISTRY_PSW: login.password }),
    }
  },
  cache: ({ kept }) => kept,
  handedOn: ({ project }) => {
    const variables = [...read('Jenkinsfile').matchAll(/env\.(\w+) = readFile\('(.*)'\)/g)]
    if (!existsSync(join(project, 'image-results'))) return undefined
    const env = Object.fromEntries(variables.map((match) => [match[1]!, from(project, match[2]!)]))
    return {
      digest: env.IMAGE_DIGEST!,
      amd64: env.DIGEST_LINUX_AMD64!,
      arm64: env.DIGEST_LINUX_ARM64!,
      reference: env.IMAGE_REFERENCE!,
    }
  },
  requestTag: 'pr-42',
}

// --- A shell

const shell: Ci = {
  script: () => read('build.sh'),
  shell: ['sh'],
  variables: ({ image, event, kept }) => ({
    IMAGE: image,
    CACHE_DIR: kept,
    ...('branch' in event && { GIT_BRANCH: event.branch }),
    ...('tag' in event && { GIT_TAG: event.tag }),
    ...('request' in event
      ? { PULL_REQUEST: String(event.request) }
      : { REGISTRY_USERNAME: login.username, REGISTRY_PASSWORD: login.password }),
  }),
  cache: ({ kept }) => kept,
  handedOn: ({ project }) => {
    const folder = join(project, 'image-results')
    if (!existsSync(folder)) return undefined
    const value = (name: string) => readFileSync(join(folder, name), 'utf8')
    const { image } = JSON.parse(value('metadata.json'))
    return {
      digest: value('digest'),
      amd64: value('digest-linux-amd64'),
      arm64: value('digest-linux-arm64'),
      reference: image,
    }
  },
  requestTag: 'pr-42',
}

// --- What each does

/** Runs the script, and looks for the password where it must not be. */
async function start(ci: Ci, job: Job): Promise<Ended & { arguments: string }> {
  const folder = temporaryFolder()
  const script = join(folder, 'script')
  writeFileSync(script, ci === tekton ? substituted(ci.script(job.event), job) : ci.script(job.event))
  rmSync(said, { force: true })
  const ended = await run([...ci.shell, script], {
    cwd: job.project,
    env: {
      ...withoutRunner(),
      BUILDAH_ISOLATION: 'chroot',
      XDG_CACHE_HOME: folder,
      ...ci.variables(job),
      MULTIARCH_BUILD: 'multiarch-build',
      PATH: `${programs}:${process.env.PATH}`,
      TMPDIR: folder,
    },
  })
  const given = readFileSync(said, 'utf8')
  for (const text of [given, ended.stdout, ended.stderr]) expect(text).not.toContain(login.password)
  // Nothing is left but the script, and on the machine no login.
  expect(readdirSync(folder).filter((name) => name !== 'script')).toEqual([])
  return { ...ended, arguments: given }
}

async function mustStart(ci: Ci, job: Job): Promise<Ended & { arguments: string }> {
  const ended = await start(ci, job)
  if (ended.exitCode !== 0) throw new Error(`${ended.exitCode}\n${ended.stdout}\n${ended.stderr}`)
  return ended
}

/** What the next run of the CI would find. */
function keptBy(ci: Ci, job: Job): string[] {
  const folder = ci.cache(job)
  return existsSync(folder) ? readdirSync(folder) : []
}

/** The digests of a tag, by an independent client. */
async function pushed(reference: string): Promise<HandedOn> {
  const { stdout: digest } = await run([
    ...['skopeo', 'inspect', '--tls-verify=false', `--creds=${creds}`],
    ...['--format', '{{.Digest}}', '--no-tags', `docker://${reference}`],
  ])
  const { manifests } = await index(reference, creds)
  const of = (architecture: string) =>
    manifests.find(({ platform }) => platform?.architecture === architecture)!.digest
  expect(manifests).toHaveLength(2)
  return { digest: digest.trim(), amd64: of('amd64'), arm64: of('arm64') }
}

describe.each([
  ['GitLab', gitlab],
  ['Tekton', tekton],
  ['Jenkins', jenkins],
  ['a shell', shell],
])('%s', (_, ci) => {
  test('the default branch is pushed, and later jobs get the digests; the next run finds its cache', async () => {
    const job = await newJob({ branch: 'main' })
    const { stderr, arguments: given } = await mustStart(ci, job)
    if (ci !== tekton)
      expect(given).toContain(`podman login --username ci --password-stdin ${authRegistry}\n`)
    const found = await pushed(`${job.image}:main`)
    expect(ci.handedOn(job)).toEqual({ ...found, reference: `${job.image}@${found.digest}` })
    if (ci !== tekton) expect(await pushed(`${job.image}:sha-${job.commit.slice(0, 7)}`)).toEqual(found)
    expect(stderr).not.toContain('unchanged')
    expect(keptBy(ci, job)).not.toEqual([])

    if (ci === gitlab) await cleanUp(job)
    const again = await mustStart(ci, job)
    expect(again.stderr).toContain('unchanged')
    expect(await pushed(`${job.image}:main`)).toEqual(found)
  })

  test('a tag is pushed as the version', async () => {
    const job = await newJob({ tag: 'v1.4.0' })
    await mustStart(ci, job)
    const { amd64 } = await pushed(`${job.image}:1.4.0`)
    expect(ci.handedOn(job)?.amd64).toBe(amd64)
    const { Labels: labels } = (await configOf(`${job.image}@${amd64}`)).config
    expect(labels?.['org.opencontainers.image.source']).toBe('https://git.example.com/organisation/policies')
    if (ci === tekton) return
    expect(labels).toMatchObject({
      'org.opencontainers.image.version': '1.4.0',
      'org.opencontainers.image.revision': job.commit,
    })
  })

  test('a merge or pull request builds without a login, and nothing is pushed or kept', async () => {
    const job = await newJob({ request: 42 })
    const { arguments: given, stderr } = await mustStart(ci, job)
    expect(given).not.toContain('podman login')
    expect(stderr).toContain(`built ${job.image}@sha256:`)
    expect(await rawManifest(`${job.image}:${ci.requestTag}`, creds)).toBeUndefined()
    expect(keptBy(ci, job)).toEqual([])
  })

  test('a build that fails fails the job, and nothing is handed on', async () => {
    const job = await newJob({ branch: 'main' })
    writeFileSync(join(job.project, 'Dockerfile'), 'FROM scratch\nCOPY missing/ /\n')
    const { exitCode, stderr } = await start(ci, job)
    expect(exitCode).toBe(1)
    expect(stderr).toContain('missing')
    rmSync(join(job.project, 'Dockerfile'))
    expect((await start(ci, job)).exitCode).toBe(2)
    expect(ci.handedOn(job)).toBeUndefined()
    expect(await rawManifest(`${job.image}:main`, creds)).toBeUndefined()
  })
})

test('a copy of dist/ is enough', async () => {
  const copy = join(temporaryFolder(), 'vendor')
  cpSync(join(repository, 'dist'), copy, { recursive: true })
  const job = await newJob({ request: 7 })
  const ended = await run(['sh', join(repository, 'examples', 'ci', 'build.sh')], {
    cwd: job.project,
    env: {
      ...withoutRunner(),
      ...shell.variables(job),
      BUILDAH_ISOLATION: 'chroot',
      MULTIARCH_BUILD: `${process.execPath} ${join(copy, 'cli', 'index.js')}`,
    },
  })
  expect(ended).toMatchObject({ exitCode: 0, stdout: `${shell.handedOn(job)?.digest}\n` })
})

test('jobs on machines of several architectures, and one that merges, as docs/other-ci.md has it', async () => {
  const page = readFileSync(join(repository, 'docs', 'other-ci.md'), 'utf8')
  const block = [...page.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].find((match) =>
    match[1]!.includes(' merge '),
  )![1]!
  const { project, image } = await newJob({ branch: 'main' })
  const env = {
    ...withoutRunner(),
    MULTIARCH_BUILD: command,
    IMAGE: image,
    REGISTRY_AUTH_FILE: join(dockerConfig(), '.dockerconfigjson'),
    OUT: temporaryFolder(),
  }
  await must(['sh', '-ec', block], { cwd: project, env: { ...env, BUILDAH_ISOLATION: 'chroot' } })
  const { amd64, arm64 } = await pushed(`${image}:1.4.0`)
  const handedOver = ['amd64', 'arm64'].map((name) => JSON.parse(from(env.OUT, `${name}.json`)))
  expect(handedOver).toEqual([{ 'linux/amd64': amd64 }, { 'linux/arm64': arm64 }])
})

describe('the form of the files', () => {
  test('each gets the command in the same way, which a variable replaces', () => {
    const fetched = `npx --yes --package=${packageJson.repository}#v1 ${Object.keys(packageJson.bin)[0]}`
    expect(gitlabJob.variables.MULTIARCH_BUILD).toBe(fetched)
    expect(task.spec.params.find(({ name }) => name === 'MULTIARCH_BUILD')?.default).toBe(fetched)
    expect(read('Jenkinsfile')).toContain(`MULTIARCH_BUILD = '${fetched}'`)
    expect(read('build.sh')).toContain(`MULTIARCH_BUILD=\${MULTIARCH_BUILD:-${fetched}}\n`)
  })

  // https://docs.gitlab.com/ci/yaml/
  test('GitLab knows every key', () => {
    expect(Object.keys(gitlabFile)).toEqual(['container'])
    const keys = ['stage', 'image', 'variables', 'rules', 'cache', 'before_script', 'script', 'artifacts']
    expect(Object.keys(gitlabJob)).toEqual(keys)
    for (const rule of gitlabJob.rules)
      expect(['if', 'variables']).toEqual(expect.arrayContaining(Object.keys(rule)))
    expect(Object.keys(gitlabJob.cache)).toEqual(['key', 'paths', 'policy'])
    expect(gitlabJob.cache.policy).toBe('$CACHE_POLICY')
    const policies = [gitlabJob.variables, ...gitlabJob.rules.map(({ variables }) => variables)]
    expect(policies.map((variables) => variables?.CACHE_POLICY)).toEqual([
      'pull-push',
      'pull',
      undefined,
      undefined,
    ])
    const values = policies.flatMap((variables) => Object.values(variables ?? {}))
    expect(values.filter((value) => typeof value !== 'string')).toEqual([])
    expect(gitlabJob.artifacts).toEqual({ reports: { dotenv: expect.any(String) } })
  })

  // https://tekton.dev/docs/pipelines/tasks/
  test('Tekton finds declared all that is named, and all that is declared is used', () => {
    expect(task).toMatchObject({
      apiVersion: 'tekton.dev/v1',
      kind: 'Task',
      metadata: { name: 'multiarch-build' },
    })
    const { params, workspaces, results, steps } = task.spec
    expect(Object.keys(task.spec)).toEqual(['description', 'params', 'workspaces', 'results', 'steps'])
    const named = [...JSON.stringify(steps).matchAll(/\$\((\w+)\.(\w+)(?:\.path)?\)/g)]
    const declared = Object.entries({ params, workspaces, results }).flatMap(([kind, list]) =>
      list.map(({ name }) => `${kind}.${name}`),
    )
    expect(new Set(named.map((match) => `${match[1]}.${match[2]}`))).toEqual(new Set(declared))
    for (const each of [...params, ...workspaces])
      expect(Object.keys(each)).toEqual(expect.arrayContaining(['name']))
    for (const { default: value = '' } of params) expect(typeof value).toBe('string')
    expect(workspaces.filter(({ optional }) => optional).map(({ name }) => name)).toEqual([
      'dockerconfig',
      'cache',
    ])
    expect(steps).toHaveLength(1)
    const fields = ['name', 'image', 'workingDir', 'securityContext', 'env', 'script']
    expect(Object.keys(step)).toEqual(fields)
  })

  test('Jenkins finds as many ends as beginnings', () => {
    const groovy = read('Jenkinsfile')
      .replace(/'''[\s\S]*?'''/g, "''")
      .replace(/^\s*\/\/.*$/gm, '')
    const count = (sign: string) => groovy.split(sign).length
    expect([count('{'), count('(')]).toEqual([count('}'), count(')')])
    expect([...groovy.matchAll(/'[^'\n]*'/g)]).toHaveLength((count("'") - 1) / 2)
  })
})

async function configOf(reference: string): ReturnType<typeof config> {
  const args = ['--config', '--raw', '--tls-verify=false', `--creds=${creds}`]
  return JSON.parse(await must(['skopeo', 'inspect', ...args, `docker://${reference}`]))
}
