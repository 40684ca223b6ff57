/** One run of an image's program. */
export interface ContainerRun {
  /** podman's global arguments. */
  readonly podman: readonly string[]
  readonly imageId: string
  /** Name of the container, by which it can be removed. */
  readonly name: string
  /** What follows the image's entrypoint, in place of its command. */
  readonly args: readonly string[]
}

/**
 * podman's arguments that run an image's program with nothing but itself: no network, no terminal, no log but what it prints, and no variables of this machine's.
 * @param runtime the OCI runtime, as podman names it
 */
export function runArguments(
  { podman, imageId, name, args }: ContainerRun,
  runtime: string | undefined,
): string[] {
  return [
    ...podman,
    'run',
    '--rm',
    `--name=${name}`,
    '--pull=never',
    '--network=none',
    '--http-proxy=false',
    '--log-driver=none',
    '--no-healthcheck',
    // The container is ended by its name; most programs ignore SIGTERM as the first process of theirs.
    '--sig-proxy=false',
    // A single short program needs none, and machines without systemd often refuse them. runc can't do without.
    ...(runtime?.startsWith('crun') ? ['--cgroups=disabled'] : []),
    imageId,
    ...args,
  ]
}

/** podman's arguments that end a container, and remove it. */
export function removeArguments(podman: readonly string[], name: string): string[] {
  return [...podman, 'rm', '--force', '--ignore', '--time=0', name]
}
