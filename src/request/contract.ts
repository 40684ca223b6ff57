/** One input of the step, and the option of the same name of the command line. */
export interface InputDefinition {
  readonly name: string
  readonly description: string
  /** As the runner would pass it; absent when not given means something of its own. */
  readonly default?: string
  /** Whether the option may stand alone on the command line, for `true`. */
  readonly form?: 'boolean'
}

/** One output of the step. */
export interface OutputDefinition {
  readonly name: string
  readonly description: string
}

/**
 * Every input, in the order of the documentation. `action.yml`, the README's tables and the command line's
 * help are generated from here (`npm run generate`), so that they can't drift.
 */
export const INPUTS = [
  {
    name: 'image',
    description:
      'Repository name(s) without tag, one a line, such as `quay.io/organisation/name`. Each gets every tag.',
  },
  {
    name: 'services',
    description:
      'List of services to build on this machine, one after the other, in place of `image`: the path of a YAML file, or its text (docs/plan.md).',
  },
  {
    name: 'tags',
    description:
      'Bare tags, or full references, one a line. Default, from the Git ref: tag `vX.Y.Z` gives `X.Y.Z` (and `latest` when it is no pre-release and no higher version is tagged), a branch its name and `sha-<short>`, a pull request `pr-<number>`.',
  },
  {
    name: 'platforms',
    description: 'Target platforms, separated by commas or lines.',
    default: 'linux/amd64,linux/arm64',
  },
  { name: 'context', description: 'Build context: a folder.', default: '.' },
  {
    name: 'file',
    description: 'Path of the Dockerfile. Default: `Containerfile` or `Dockerfile` in the context.',
  },
  { name: 'target', description: 'Stage to build. Default: the last one.' },
  {
    name: 'build-args',
    description:
      'Build arguments, `NAME=value` one a line; `NAME` alone takes the value from the environment.',
  },
  { name: 'build-contexts', description: 'Further build contexts, `name=path or image` one a line.' },
  { name: 'labels', description: 'Labels of every platform’s image, `name=value` one a line.' },
  {
    name: 'annotations',
    description:
      'Annotations, `name=value` one a line, of the platform manifests; with the prefix `index:` of the index, `manifest,index:` of both.',
  },
  { name: 'secrets', description: 'Secrets for `RUN --mount=type=secret`, `id=value` one a line.' },
  {
    name: 'secret-envs',
    description: 'Secrets from environment variables, `id=VARIABLE` one a line.',
  },
  { name: 'secret-files', description: 'Secrets from files, `id=path` one a line.' },
  {
    name: 'ssh',
    description:
      'SSH agents or keys for `RUN --mount=type=ssh`: `default` or `id=socket or key`, one a line.',
  },
  { name: 'add-hosts', description: 'Additional hosts, `name:address` one a line.' },
  { name: 'network', description: 'Network of RUN steps: `host`, `none`, `private` or as podman has it.' },
  { name: 'shm-size', description: 'Size of `/dev/shm` in RUN steps, such as `2g`.' },
  { name: 'ulimit', description: 'Limits of RUN steps, such as `nofile=1024:1024`, one a line.' },
  {
    name: 'pull',
    description: 'Always pull base images, even when the local one is the registry’s.',
    default: 'false',
    form: 'boolean',
  },
  { name: 'no-cache', description: 'Use no cache of any kind.', default: 'false', form: 'boolean' },
  {
    name: 'extra-args',
    description:
      'Further arguments of `podman build`, one a line; those that this step owns (platform, tag, manifest, auth file, cache, output, iidfile) are refused.',
  },
  {
    name: 'format',
    description: '`oci`, or `docker`, which keeps HEALTHCHECK, SHELL and ONBUILD.',
    default: 'oci',
  },
  {
    name: 'source-date-epoch',
    description:
      'Time of all layers and configs. `auto`: one constant time, so that the same content has the same digest at every commit; a number of seconds sets it; `off`. The variable `SOURCE_DATE_EPOCH` sets it too.',
    default: 'auto',
  },
  {
    name: 'git-labels',
    description:
      'When labels `org.opencontainers.image.revision`, `version` and `created` are written: `auto` (on tag pushes), `always`, `never`.',
    default: 'auto',
  },
  {
    name: 'qemu',
    description: 'Emulation: `auto` (only for platforms that this host can’t run), `always`, `never`.',
    default: 'auto',
  },
  {
    name: 'qemu-image',
    description: 'Container image that registers emulators, as a last resort; none is pulled by default.',
  },
  {
    name: 'max-parallel',
    description: 'Platforms built at once. Default: all of them, at most the number of cores.',
  },
  {
    name: 'builders',
    description:
      '`platform=podman connection or URL`, one a line: builds that platform on the podman of another machine (docs/builders.md).',
  },
  {
    name: 'builder-fallback',
    description: 'Build a platform here when its machine can’t be reached.',
    default: 'false',
    form: 'boolean',
  },
  {
    name: 'cache',
    description:
      'Where things are kept between runs: `auto` (`actions` on a runner with a cache service, else `directory`), `actions`, `directory`, `registry`, `off`.',
    default: 'auto',
  },
  {
    name: 'cache-dir',
    description:
      'Folder of a `directory` cache. Default: `multiarch-build/cache` in the user’s cache folder.',
  },
  { name: 'cache-ref', description: 'Repository of a `registry` cache, without tag.' },
  { name: 'cache-scope', description: 'Name that keeps the caches of several builds apart.' },
  {
    name: 'cache-write',
    description:
      'Whether this run writes the cache: `auto` (not on pull requests, merge queues and forks), `true`, `false`.',
    default: 'auto',
  },
  {
    name: 'cache-mounts',
    description: 'Keep the folders of `RUN --mount=type=cache` between runs.',
    default: 'true',
    form: 'boolean',
  },
  {
    name: 'cache-ttl',
    description: 'Time since a step last ran after which it runs again.',
    default: '14d',
  },
  { name: 'cache-max-size', description: 'Room for one scope and platform.', default: '2GB' },
  {
    name: 'skip-unchanged',
    description: 'Build nothing when nothing that goes into the image has changed.',
    default: 'true',
    form: 'boolean',
  },
  {
    name: 'push',
    description:
      '`auto` (true on pushes to the default branch and of tags, on releases, manual and scheduled runs; else false, with a notice), `true`, `false`, `digest` (by digest, without a tag, for a later merge), `layout` (not at all, but handed over to a merge).',
    default: 'auto',
    form: 'boolean',
  },
  {
    name: 'load',
    description: 'Also leave the manifest list, under the first tag, in local podman storage.',
    default: 'false',
    form: 'boolean',
  },
  {
    name: 'layout',
    description: 'Keep the OCI image layout: `auto` (when built here or not pushed), `true`, `false`.',
    default: 'auto',
  },
  {
    name: 'registry',
    description: 'Registry host(s) of the login, one a line. Default: the host of `image`.',
  },
  { name: 'username', description: 'User name(s) of the login, one a line, in the order of `registry`.' },
  {
    name: 'password',
    description: 'Password(s) or token(s) of the login, one a line, in the order of `registry`.',
  },
  {
    name: 'tls-verify',
    description: 'Require HTTPS with a trusted certificate; loopback hosts may always use plain HTTP.',
    default: 'true',
    form: 'boolean',
  },
  {
    name: 'immutable-tags',
    description: 'Patterns of tags that must never get another digest, such as `*.*.*`.',
  },
  {
    name: 'retries',
    description: 'Tries of a network operation that failed for a passing reason.',
    default: '5',
  },
  {
    name: 'verify',
    description: 'Verification before any tag moves: `strict`, `warn`, `off`.',
    default: 'strict',
  },
  {
    name: 'lint',
    description:
      'Dockerfile findings as annotations: `warn`, `error` (any is a refusal before the build), `off`; docs/lint has a page for each.',
    default: 'warn',
  },
  { name: 'verify-allow', description: 'Path patterns of foreign binaries that belong in the image.' },
  {
    name: 'smoke-test',
    description: 'Arguments to run every platform’s image with; a non-zero exit fails that platform.',
  },
  { name: 'smoke-test-timeout', description: 'Time for the smoke test of one platform.', default: '60s' },
  { name: 'summary', description: 'Write a job summary.', default: 'true', form: 'boolean' },
  {
    name: 'check-runs',
    description: 'One GitHub check a platform; needs `checks: write`.',
    default: 'false',
    form: 'boolean',
  },
  {
    name: 'github-token',
    description: 'Token for check runs and metadata.',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression that the runner evaluates
    default: '${{ github.token }}',
  },
] as const satisfies readonly InputDefinition[]

/** Name of an input. */
export type InputName = (typeof INPUTS)[number]['name']

/** Platforms that have an output of their own in action.yml; the step sets one for each that it builds. */
export const PLATFORMS_WITH_OUTPUT = [
  'linux/amd64',
  'linux/arm64',
  'linux/arm/v7',
  'linux/arm/v6',
  'linux/386',
  'linux/ppc64le',
  'linux/s390x',
  'linux/riscv64',
  'linux/loong64',
  'linux/mips64le',
] as const

/** Every output, in the order of the documentation. */
export const OUTPUTS: readonly OutputDefinition[] = [
  {
    name: 'digest',
    description:
      'Digest of the image index, as the registry has it, or would have it when nothing was pushed.',
  },
  {
    name: 'digests',
    description: 'JSON object, platform to digest: `{"linux/amd64":"sha256:…","linux/arm64":"sha256:…"}`.',
  },
  ...PLATFORMS_WITH_OUTPUT.map((platform) => ({
    name: digestOutput(platform),
    description: `Digest of the ${platform} image, when that platform was built.`,
  })),
  { name: 'image', description: 'First `repository@digest`.' },
  { name: 'tags', description: 'References pushed, or that would be, one a line.' },
  { name: 'pushed', description: '`true` or `false`.' },
  { name: 'platforms', description: 'Platforms built, separated by commas.' },
  {
    name: 'oci-layout',
    description:
      'Folder with the OCI image layout of the index, for scanners, `skopeo copy`, `kind`; empty without one.',
  },
  {
    name: 'docker-config',
    description:
      'Folder with a `config.json` of this step’s logins, for tools that read only Docker’s, such as cosign (`DOCKER_CONFIG`); removed at the end of the job, empty without logins.',
  },
  {
    name: 'metadata',
    description:
      'JSON object: all of the above, and per platform the sizes, layers, seconds, emulated or not; also `containerimage.digest`.',
  },
]

/** Name of the output with one platform's digest. */
export function digestOutput(platform: string): string {
  return `digest-${platform.replaceAll('/', '-')}`
}

/** Inputs of docker/build-push-action that this step doesn't have, and what to use instead. */
export const FOREIGN_INPUTS: Readonly<Record<string, string>> = {
  allow: 'write podman’s own options, such as --cap-add, into extra-args',
  attests: 'attest the pushed digest afterwards, for example with actions/attest and the output digest',
  'annotation-file': 'write the lines into annotations',
  builder: 'remove it: podman builds on this host',
  call: 'remove it: there is no other call than to build',
  'cache-from':
    'remove it: what can be kept is kept without it; the inputs cache, cache-dir and cache-ref say where',
  'cache-to':
    'remove it: what can be kept is kept without it; the inputs cache, cache-dir and cache-ref say where',
  'cgroup-parent': 'write --cgroup-parent=… into extra-args',
  'no-cache-filters': 'use no-cache',
  outputs: 'use push and load, and the output oci-layout',
  provenance:
    'remove it: none is added; attest the output digest afterwards, for example with actions/attest',
  sbom: 'remove it: none is added; make one from the output oci-layout or digest, and attest it',
  tag: 'use tags',
  platform: 'use platforms',
  dockerfile: 'use file',
  containerfiles: 'use file',
  arch: 'use platforms',
  archs: 'use platforms',
  'base-image': 'write a Dockerfile with FROM',
  content: 'write a Dockerfile with COPY',
  dockerfiles: 'use file',
  entrypoint: 'write a Dockerfile with ENTRYPOINT',
  envs: 'write a Dockerfile with ENV',
  port: 'write a Dockerfile with EXPOSE',
  workdir: 'write a Dockerfile with WORKDIR',
  digestfile: 'use the outputs digest and digests',
  oci: 'use format',
  layers: 'remove it: layers are always kept apart',
}
