import { type FailedBuild, podmanSaid, type Rule, type Space, said } from './failed-build.js'

/** Less than this in a folder that a build writes to is worth a word. */
export const LITTLE_SPACE = 2e9

/** The command that gives a user subordinate ids. */
export const ADD_SUBORDINATE_IDS =
  'run once: sudo usermod --add-subuids 100000-165535 --add-subgids 100000-165535 "$USER" && podman system migrate'

/** What lets podman start containers where it may not raise limits. */
export const KEEP_LIMITS =
  'write default_ulimits = ["nofile=1024:1024", "nproc=1024:1024"] (what `ulimit -Hn` and `ulimit -Hu` allow) under [containers] in /etc/containers/containers.conf or ~/.config/containers/containers.conf'

/** What lets builds go on where containers can't be started. */
export const CHROOT_ISOLATION =
  'set BUILDAH_ISOLATION=chroot in the environment, with which RUN needs neither cgroups nor an OCI runtime'

const noSpace: Rule = (failed) => {
  const match = said(failed, /no space left on device|disk quota exceeded/i)
  if (match === undefined) return closedPipe(failed)
  const where = fullFolder(failed)
  return {
    cause: `the disk is full${where ? `: ${describeSpace(where)}` : ''}`,
    cure: 'free space there (podman system prune -a removes images that nothing uses), or set TMPDIR and podman’s storage to a larger disk; max-parallel: 1 needs less at once',
  }
}

// podman 4 loses the reason when the folder for its temporary files fills up while it commits a step.
function closedPipe(failed: FailedBuild): ReturnType<Rule> {
  const where = fullFolder(failed)
  if (!/io: read\/write on closed pipe/.test(failed.reason) || where === undefined) return undefined
  return {
    cause: `podman could not write a layer; most likely the disk is full: ${describeSpace(where)}`,
    cure: 'free space there, or set TMPDIR to a folder on a larger disk',
  }
}

// The path in the message is often one within the image: only known folders count, else the fullest.
function fullFolder({ space, reason, lines }: FailedBuild): Space | undefined {
  const fullest = [...space].sort((a, b) => a.freeBytes - b.freeBytes)
  const text = [reason, ...lines].filter((line) => /no space left/i.test(line)).join('\n')
  const named = space.filter(({ folder }) => text.includes(`${folder}/`))
  const longest = named.sort((a, b) => b.folder.length - a.folder.length)[0]
  return longest ?? fullest.find(({ freeBytes }) => freeBytes < LITTLE_SPACE)
}

/** A folder and its room, for a message. */
export function describeSpace({ folder, freeBytes }: Space): string {
  return `${folder} has ${freeBytes >= 1e9 ? `${(freeBytes / 1e9).toFixed(1)} GB` : `${Math.round(freeBytes / 1e6)} MB`} free`
}

const subordinateIds: Rule = (failed) => {
  if (!failed.podman.rootless && !podmanSaid(failed, /newuidmap|newgidmap/)) return undefined
  if (said(failed, /"?new[ug]idmap"?: executable file not found/)) {
    return {
      cause: 'newuidmap and newgidmap are not installed, without which rootless podman has one user id only',
      cure: 'install them: sudo apt-get install -y uidmap (Debian, Ubuntu), sudo dnf install -y shadow-utils (Fedora, RHEL)',
    }
  }
  const match = said(
    failed,
    /insufficient UIDs or GIDs|newuidmap|newgidmap|lchown .*: invalid argument|setting supplemental groups list: operation not permitted/,
  )
  return (
    match && {
      cause:
        'this user has no, or too few, subordinate user ids, so files and processes can’t belong to other users',
      cure: ADD_SUBORDINATE_IDS,
    }
  )
}

const cgroups: Rule = (failed) =>
  said(
    failed,
    /cgroups? in hybrid mode|cgroups? ?v1.{0,40}(?:not supported|deprecated|unsupported)|sd-bus call|(?:crun|runc|create).{0,200}cgroup.{0,200}(?:denied|not supported|read-only|no such file)/i,
  ) && {
    cause: 'the OCI runtime refuses this machine’s cgroups',
    cure: CHROOT_ISOLATION,
  }

const limits: Rule = (failed) =>
  said(failed, /RLIMIT_\w+.{0,80}operation not permitted/i) && {
    cause: 'podman may not raise the limits on open files and processes here (it lacks CAP_SYS_RESOURCE)',
    cure: KEEP_LIMITS,
  }

const namespaces: Rule = (failed) =>
  said(
    failed,
    /unshare.{0,80}operation not permitted|cannot clone: |clone.{0,40}(?:operation not permitted|invalid argument)|cannot re-exec process|max_user_namespaces/i,
  ) && {
    cause: 'this machine doesn’t let the user make namespaces',
    cure: 'allow it: sudo sysctl -w user.max_user_namespaces=28633 kernel.unprivileged_userns_clone=1, on Ubuntu 24.04 also kernel.apparmor_restrict_unprivileged_userns=0; in a container it needs --privileged, or --security-opt seccomp=unconfined and /dev/fuse',
  }

const runtimeMissing: Rule = (failed) =>
  said(
    failed,
    /OCI runtime "?([\w/-]+)"? not found|could not find a working (?:conmon|OCI runtime)|unknown version specified/i,
  ) && {
    cause: 'podman’s OCI runtime is missing, or too old for this podman',
    cure: `install crun (sudo apt-get install -y crun, sudo dnf install -y crun); or ${CHROOT_ISOLATION}`,
  }

const runtimeError: Rule = (failed) =>
  podmanSaid(failed, /while running runtime|OCI runtime error/i) &&
  said(failed, /error running container|from \S*(?:crun|runc)|OCI runtime error|(?:crun|runc): /i) && {
    cause: 'the OCI runtime could not start a container on this machine',
    cure: `the end of the log has its words; ${CHROOT_ISOLATION}`,
  }

// What doesn't fit into the options of a mount, podman 4.3 names from its store's folder, where the user's layers aren't: a page
// holds some 40 to 60 of them. Not in podman 5.4.
const layersOfTwoStores: Rule = (failed) =>
  said(failed, /mountfrom re-exec output: no such file or directory/) && {
    cause: `podman ${failed.podman.version} can’t put that many layers on a base image that lies in the user’s own storage`,
    cure: 'remove the base image there, so that it is pulled (podman rmi); or use a newer podman, or fewer instructions',
  }

// Rootless podman starts itself from a copy in memory, which the kernel doesn't let it seal while a page of it is in use (F_ADD_SEALS,
// https://man7.org/linux/man-pages/man2/fcntl_locking.2.html): nothing of the step has run then.
const busyCopy: Rule = (failed) =>
  said(failed, /sealing memfd copy: Device or resource busy/) && {
    cause: 'podman could not start a copy of itself, as happens now and then on a busy machine',
    cure: 'run it again',
    unpulled: { image: undefined },
  }

/** What a machine lacks or refuses. */
export const HOST_RULES: readonly Rule[] = [
  noSpace,
  layersOfTwoStores,
  busyCopy,
  limits,
  subordinateIds,
  cgroups,
  runtimeMissing,
  namespaces,
  runtimeError,
]
