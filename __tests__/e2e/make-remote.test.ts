import { join } from 'node:path'
import { makeEnvironment } from '../support/make.js'
import {
  BOTH,
  cache,
  INCLUDE,
  inPodman,
  inRegistry,
  kind,
  mustMake,
  namesOf,
  project,
} from '../support/make-project.js'
import { type PodmanService, startPodmanService } from '../support/podman-service.js'
import { must, repository } from '../support/runner.js'
import { expectNoLeftovers, foreign, freshName, own, rawManifest } from '../support/world.js'

// Makefile.multiarch and examples/build-image.sh where podman is but a client, as on macOS.

expectNoLeftovers()

const SERVICES = ['gateway', 'db-migrate', 'runtime'] as const
const image = freshName()

const makefile = `SERVICES = ${SERVICES.join(' ')}
REGISTRY = ${image}
VERSION = 1
CONTEXT = $(SERVICE)
PLATFORMS = $(if $(filter gateway,$(SERVICE)),linux/${foreign},linux/amd64$(comma)linux/arm64)
comma = ,
MULTIARCH_ARGS = $(if $(filter gateway,$(SERVICE)),--target production)
${INCLUDE}`

/** What kind was given: the names in the archive, and the config of its image. */
async function given(archive: string) {
  const [manifest] = JSON.parse(await must(['tar', '-xOf', archive, 'manifest.json']))
  const config = JSON.parse(await must(['skopeo', 'inspect', '--config', `docker-archive:${archive}`]))
  return { names: manifest.RepoTags, architecture: config.architecture, labels: config.config.Labels }
}

describe('a podman of an unprivileged user', () => {
  let service: PodmanService
  let env: Record<string, string>
  let folder: string
  beforeAll(async () => {
    service = await startPodmanService()
    env = { CONTAINER_HOST: service.address }
    folder = project(SERVICES, makefile)
  })
  afterAll(() => service.stop(), 300_000)

  test('a program that is cross-compiled is pushed, while a migrator goes to kind', async () => {
    const { path, archive, call } = kind()
    const more = ['KIND_CLUSTER=dev', `PATH=${path}`]
    await mustMake(folder, ['-j2', 'docker-push-gateway', 'docker-load-db-migrate', ...more], env)
    expect(await inRegistry(`${image}/gateway:1`)).toEqual([`linux/${foreign}`])
    expect(await inPodman(`${image}/gateway:1`, service.podman)).toEqual([])
    expect(await inPodman(`${image}/db-migrate:1`, service.podman)).toEqual([`linux/${own}`])
    expect(call()).toMatch(/^load\|image-archive\|\/.*\/image\.tar\|--name\|dev\|$/)
    expect(await given(archive)).toMatchObject({
      names: [`${image}/db-migrate:1`],
      architecture: own,
      labels: { name: 'db-migrate' },
    })
  }, 600_000)

  test('docker-build: the list is in that podman, and nothing is here or in the registry', async () => {
    await mustMake(folder, ['docker-build-runtime'], env)
    expect(await inPodman(`${image}/runtime:1`, service.podman)).toEqual(BOTH)
    expect(await namesOf(`${image}/runtime`)).toEqual([])
    expect(await rawManifest(`${image}/runtime:1`)).toBeUndefined()
  }, 300_000)

  test('docker-push and docker-inspect', async () => {
    await mustMake(folder, ['docker-push-runtime'], env)
    expect(await inRegistry(`${image}/runtime:1`)).toEqual(BOTH)
    expect(await mustMake(folder, ['docker-inspect', 'SERVICE=runtime'], env)).toContain('nothing found')
  }, 300_000)

  test('docker-build-single and docker-verify', async () => {
    await mustMake(folder, ['docker-build-single', 'docker-verify', 'SERVICE=runtime', 'VERSION=2'], env)
    expect(await inPodman(`${image}/runtime:2-${own}`, service.podman)).toEqual([`linux/${own}`])
    expect(await inPodman(`${image}/runtime:2`, service.podman)).toEqual([])
    expect(await rawManifest(`${image}/runtime:2`)).toBeUndefined()
  }, 300_000)

  test('build-image.sh', async () => {
    const script = join(repository, 'examples', 'build-image.sh')
    const start = (more: Record<string, string>) =>
      must([script], {
        cwd: join(folder, 'runtime'),
        env: makeEnvironment({ XDG_CACHE_HOME: cache, ...env, IMG: `${image}/script:1`, ...more }),
      })
    await start({})
    expect(await inPodman(`${image}/script:1`, service.podman)).toEqual(BOTH)
    await start({ MULTI_ARCH: 'false', PUSH: 'true' })
    expect(await inRegistry(`${image}/script:1-${own}`)).toEqual([`linux/${own}`])
    expect(await rawManifest(`${image}/script:1`)).toBeUndefined()
  }, 300_000)
})

test('a podman of this very user, root where this is root', async () => {
  const service = await startPodmanService('this user')
  try {
    const env = { CONTAINER_HOST: service.address }
    const folder = project(['runtime'], makefile)
    await mustMake(folder, ['docker-build-runtime', 'docker-push-runtime', 'VERSION=3'], env)
    expect(await inPodman(`${image}/runtime:3`, service.podman)).toEqual(BOTH)
    expect(await inRegistry(`${image}/runtime:3`)).toEqual(BOTH)
    const { path, archive } = kind()
    const more = ['VERSION=3', 'KIND_CLUSTER=dev', `PATH=${path}`]
    await mustMake(folder, ['docker-load-runtime', ...more], env)
    expect(await given(archive)).toMatchObject({ names: [`${image}/runtime:3`], architecture: own })
  } finally {
    await service.stop()
  }
}, 300_000)
