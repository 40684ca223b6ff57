import { readFile } from 'node:fs/promises'
import { parseDockerfile } from '../dockerfile/parse.js'
import { isNative } from '../emulation/registration.js'
import { fingerprint, fingerprintAgain } from '../fingerprint/fingerprint.js'
import type { Fingerprint, FingerprintInputs, Resolution } from '../fingerprint/types.js'
import { digestOf } from '../oci/digest.js'
import type { Platform } from '../oci/platform.js'
import { settingsDigest } from '../podman/settings.js'
import { openBaseImage } from '../registry/base-image.js'
import type { RegistryClient } from '../registry/client.js'
import { ImageResolver } from '../registry/resolve-image.js'
import { VERSION } from '../version.js'
import type { Site } from './site.js'

/** What a platform's build would be made from, as it was when it was looked at. */
export class BuildInputs {
  private again: Promise<Fingerprint> | undefined

  private constructor(
    readonly platform: Platform,
    private readonly site: Site,
    private readonly env: NodeJS.ProcessEnv,
    private readonly inputs: FingerprintInputs,
    /** What references to images meant then. */
    readonly resolver: ImageResolver,
    readonly fingerprint: Fingerprint,
  ) {}

  /** Reads all that the build would read. */
  static async read(platform: Platform, site: Site, env: NodeJS.ProcessEnv): Promise<BuildInputs> {
    const { resolver } = site
    const inputs = await inputsOf(platform, site, env, resolver)
    return new BuildInputs(platform, site, env, inputs, resolver, await fingerprint(inputs))
  }

  /** The Dockerfile as it was read, which the fingerprint's stages are parts of. */
  get dockerfile(): FingerprintInputs['dockerfile'] {
    return this.inputs.dockerfile
  }

  /** Its text. */
  get text(): string {
    return this.inputs.text
  }

  /** Why the build can't be recognised, in plain words. */
  get reasons(): string[] {
    return this.fingerprint.ineligible.map(({ reason, line }) =>
      line === undefined ? reason : `line ${line}: ${reason}`,
    )
  }

  /** The keys after the build: those that are the same still are of what it was made from. */
  afterBuild(): Promise<Fingerprint> {
    this.again ??= this.readAgain()
    return this.again
  }

  private async readAgain(): Promise<Fingerprint> {
    const { platform, site, env } = this
    // What was found for one look at the inputs says nothing of a later one.
    const resolver = new ImageResolver(site.publication.client)
    return fingerprintAgain(await inputsOf(platform, site, env, resolver), this.fingerprint)
  }
}

async function inputsOf(
  platform: Platform,
  site: Site,
  env: NodeJS.ProcessEnv,
  resolver: ImageResolver,
): Promise<FingerprintInputs> {
  const { request, secrets } = site
  const tools = await toolsOf(platform, site, env)
  const text = await readFile(request.dockerfile, 'utf8')
  return {
    // As it is now, like all the rest.
    dockerfile: parseDockerfile(text, request.dockerfile),
    text,
    context: request.context,
    platform,
    buildPlatform: tools.platform,
    settings: request.build,
    secrets,
    env: { ...env, ...site.env },
    tools: {
      product: VERSION,
      podman: tools.podman,
      settings: tools.settings,
      execution: ({ architecture }) => (tools.isNative(architecture) ? 'native' : 'emulated'),
    },
    resolveImage: resolving(site.publication.client, resolver),
  }
}

/** The podman that builds a platform, as far as images differ with it. */
async function toolsOf(platform: Platform, site: Site, env: NodeJS.ProcessEnv) {
  const remote = site.remotes.get(platform.text)
  if (remote === undefined) {
    const { podman, buildPlatform } = site
    return { podman, platform: buildPlatform, settings: await settingsDigest(env), isNative }
  }
  return {
    podman: remote,
    platform: remote.platform,
    // Its own settings can't be read from here; which machine it is, can.
    settings: digestOf(JSON.stringify([remote.name, env.CONTAINER_HOST, env.CONTAINER_CONNECTION])),
    isNative: (architecture: string) => architecture === remote.platform.architecture,
  }
}

function resolving(client: RegistryClient, resolver: ImageResolver): FingerprintInputs['resolveImage'] {
  return async (reference, platform): Promise<Resolution> => {
    const found = await resolver.resolve(reference, platform)
    if (found.kind !== 'image') return undefined
    const image = await openBaseImage(client, found.repository, found.digest)
    if (image === undefined) return undefined
    return {
      // podman notes the index's digest in the image, and takes the platform's.
      digest: digestOf(JSON.stringify([found.index ?? '', found.digest])),
      environment: image.environment,
      onBuild: image.onBuild,
    }
  }
}
