import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { ArtifactService } from './artifact-service.js'
import { CacheService } from './cache-service.js'
import { CALLER_PATH, git, writeMonorepo } from './monorepo.js'
import { must, temporaryFolder } from './runner.js'
import { readCaller } from './workflow/caller.js'
import type { Happening } from './workflow/github.js'
import { type JobStep, runWorkflow, type WorkflowCall, type WorkflowEnded } from './workflow.js'
import { binaries, freshName, index, mustBuild, registry, storageVariables } from './world.js'

/** What a push names as the commit before a branch's first. */
export const FIRST = '0'.repeat(40)

const services: (ArtifactService | CacheService)[] = []
let storage: Record<string, string>
let files: Server
let toolsUrl: string
beforeAll(async () => {
  storage = await storageVariables()
  files = createServer((request, response) => {
    const architecture = /^\/collect-linux-(\w+)$/.exec(request.url ?? '')?.[1]
    if (architecture === undefined) response.writeHead(404).end()
    else response.end(readFileSync(join(binaries, `service-${architecture}`)))
  })
  await new Promise<void>((listening) => files.listen(0, '127.0.0.1', listening))
  toolsUrl = `http://127.0.0.1:${(files.address() as AddressInfo).port}`
})
afterAll(async () => {
  for (const service of services) await service.stop()
  await new Promise((closed) => files.close(closed))
})

/** Each run has artifacts of its own, and all of a repository its cache. */
export async function artifacts({ cache }: Pick<Repository, 'cache'>): Promise<ArtifactService> {
  const service = await ArtifactService.start(cache)
  services.push(service)
  return service
}

/** A caller's repository. */
export interface Repository {
  readonly folder: string
  readonly first: string
  readonly cache: CacheService
  /** Repository of a service's image. */
  readonly image: (service: string) => string
}

/** A monorepo with a list of services, whose images have names of their own. */
export async function repositoryOf(
  list: readonly string[],
  options: { readonly host?: string } = {},
): Promise<Repository> {
  const folder = join(temporaryFolder(), 'monorepo')
  const image = `${freshName(options.host ?? registry)}/{name}`
  const settings = { image, binaries, toolsUrl, services: list }
  const first = await writeMonorepo(folder, settings)
  const cache = await CacheService.start()
  services.push(cache)
  return { folder, first, cache, image: (service) => image.replace('{name}', service) }
}

/** A push to the default branch. */
export const pushed = (before: string): Happening => ({
  event_name: 'push',
  ref: 'refs/heads/main',
  event: { before, forced: false },
})

type More = Partial<Omit<WorkflowCall, 'secrets' | 'env'>> & {
  readonly secrets?: Readonly<Record<string, string>>
  readonly service?: ArtifactService
}

/** Runs the workflow for what stands at HEAD. */
export async function run(
  repository: Repository,
  github: Happening,
  more: More = {},
): Promise<WorkflowEnded> {
  const { folder } = repository
  const { secrets = {}, service = await artifacts(repository), ...rest } = more
  const sha = more.sha ?? (await git(folder, 'rev-parse', 'HEAD'))
  const caller = readCaller(join(folder, CALLER_PATH), { secrets, github, sha })
  return runWorkflow({
    ...{ caller: folder, sha, github, env: { ...storage, ...service.env } },
    ...rest,
    ...caller,
    inputs: { ...caller.inputs, ...more.inputs },
  })
}

/** As {@link run}, and fails when it does, or when its jobs leave anything or keep anything back. */
export async function mustRun(...args: Parameters<typeof run>): Promise<WorkflowEnded> {
  const ended = await run(...args)
  expectSuccess(ended)
  for (const { name, left, withheld } of ended.jobs) {
    // The layout of an image stays for later steps; all else is gone.
    expect({ name, left: left.filter((each) => !/^multiarch-build-[0-9a-f]{12}$/.test(each)) }).toEqual({
      name,
      left: [],
    })
    expect({ name, withheld }).toEqual({ name, withheld: [] })
  }
  return ended
}

/** @throws {Error} with what failed steps have said */
export function expectSuccess(ended: WorkflowEnded): void {
  if (ended.result !== 'success') throw new Error(said(ended))
}

function said({ result, jobs }: WorkflowEnded): string {
  const failed = jobs.flatMap((job) => [
    `${job.name}: ${job.result} ${job.error ?? ''}`,
    ...job.steps
      .filter(({ outcome }) => outcome === 'failure')
      .map(({ stdout, stderr }) => `${stdout}\n${stderr}`),
  ])
  return `the workflow ended with ${result}\n${failed.join('\n')}`
}

type Digests = Readonly<Record<string, Readonly<Record<string, string>>>>

/** By service and platform. */
export function digestsOf({ outputs }: WorkflowEnded, { image }: Repository): Digests {
  const found = JSON.parse(outputs.digests!) as Digests
  const list = JSON.parse(outputs.services!) as string[]
  return Object.fromEntries(list.map((name) => [name, found[image(name)]!]))
}

/** The step of a job that uses an action of this product. */
export const stepOf = ({ jobs }: WorkflowEnded, name: string, uses = '/multiarch-build'): JobStep =>
  jobs.find((job) => job.name === name)!.steps.find((step) => step.uses?.includes(uses))!

/** The index of a tag, which must hold both platforms, as the workflow says. */
export async function expectTagged(image: string, tag: string, digests: Digests[string]): Promise<void> {
  const { manifests } = await index(`${image}:${tag}`)
  expect(Object.keys(digests)).toEqual(['linux/amd64', 'linux/arm64'])
  expect(manifests.map(({ platform }) => `linux/${platform?.architecture}`)).toEqual(Object.keys(digests))
  expect(manifests.map(({ digest }) => digest)).toEqual(Object.values(digests))
}

/** The digests that one build of a service gives, from another checkout. */
export async function direct(repository: Repository, service: string): Promise<Digests[string]> {
  const clone = join(temporaryFolder(), 'clone')
  await must(['git', 'clone', '--quiet', `file://${repository.folder}`, clone])
  const isApart = service !== 'alerts'
  const step = await mustBuild(
    {
      image: repository.image(service),
      tags: 'direct',
      context: isApart ? join(clone, 'services', service) : clone,
      file: join(clone, 'services', service, 'Dockerfile'),
      target: isApart ? '' : 'production',
    },
    // Which the label with the source is made of.
    { env: { GITHUB_SERVER_URL: 'https://github.com', GITHUB_REPOSITORY: 'octo-org/services' } },
  )
  return JSON.parse(step.outputs.digests!)
}
