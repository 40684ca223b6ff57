import { diagnose } from '../../../src/diagnosis/diagnose.js'
import type { FailedBuild } from '../../../src/diagnosis/failed-build.js'
import { failure, GB, inRun, podman58, rootless, status1 } from './support/failure.js'

// Logs are podman 4.3.1's and 5.8.6's, with crun 1.8 and 1.24, QEMU 7.2, unless a line says otherwise.
describe('the machine', () => {
  const small = (folder: string, freeBytes: number) => ({
    space: [
      { folder: '/big', freeBytes: 90 * GB },
      { folder, freeBytes },
    ],
  })
  test.each<[string, FailedBuild, RegExp, RegExp]>([
    [
      'full while pulling: the path is one in the image',
      failure(
        'FROM quay.io/x',
        {
          reason:
            'creating build container: copying system image from manifest list: writing blob: adding layer with blob "sha256:f97": processing tar file(write /usr/bin/busybox: no space left on device): exit status 1',
        },
        small('/store/a', 5e6),
      ),
      /^the disk is full: \/store\/a has 5 MB free$/,
      /TMPDIR/,
    ],
    [
      'too many layers on a base image of the user’s own store',
      failure('COPY f /40', {
        reason:
          'identifier is not a container: preparing container for next step: mounting new container: mounting build container "fe8": creating overlay mount to f11/merged, mount_data="lowerdir=l/GND:l/AL3,upperdir=f11/diff,workdir=f11/work,,volatile": mountfrom re-exec output: no such file or directory: error: exit status 1',
      }),
      /^podman 4\.3\.1 can’t put that many layers on a base image that lies in the user’s own storage$/,
      /^remove the base image there/,
    ],
    [
      'the kernel lets podman’s copy of itself not be sealed',
      failure('RUN make', {
        reason: 'building at STEP "RUN make": exit status 1',
        lines: ['Close_Fd sealing memfd copy: Device or resource busy', 'subprocess exited with status 1'],
      }),
      /^podman could not start a copy of itself/,
      /^run it again$/,
    ],
    [
      'full while committing: the path says which folder',
      failure(
        'FROM scratch\nCOPY big /',
        {
          reason:
            'committing container for step {Command:copy Args:[big /]}: copying layers and metadata for container "3cb": storing layer "ecb" to file: on copy: write /var/tmp/multiarch-build-x/buildah44/layer: no space left on device',
        },
        {
          space: [
            { folder: '/store', freeBytes: 1e6 },
            { folder: '/var/tmp/multiarch-build-x', freeBytes: 2e6 },
          ],
        },
      ),
      /^the disk is full: \/var\/tmp\/multiarch-build-x has 2 MB free$/,
      /prune/,
    ],
    [
      'full while a program writes',
      failure(inRun('head -c 40000000 /dev/urandom > /x'), {
        ...status1('head'),
        lines: ['head: standard output: No space left on device'],
      }),
      /^the disk is full$/,
      /larger disk/,
    ],
    [
      'full, and podman 4 lost the reason',
      failure(
        'FROM scratch\nCOPY big /',
        {
          reason:
            'committing container for step {}: storing layer "ee0" to file: io: read/write on closed pipe',
        },
        small('/var/tmp/x', 1e6),
      ),
      /most likely the disk is full: \/var\/tmp\/x has 1 MB free/,
      /TMPDIR/,
    ],
    [
      'sub-uids while pulling (podman’s words as its troubleshooting guide has them)',
      failure(
        'FROM quay.io/x',
        {
          reason:
            'creating build container: writing blob: potentially insufficient UIDs or GIDs available in user namespace (requested 0:42 for /etc/shadow): Check /etc/subuid and /etc/subgid: lchown /etc/shadow: invalid argument',
        },
        rootless,
      ),
      /no, or too few, subordinate user ids/,
      /usermod --add-subuids/,
    ],
    [
      'sub-uids at the first RUN',
      failure(
        inRun('true'),
        {
          ...status1('true'),
          lines: [
            'error setting supplemental groups list: operation not permittedsubprocess exited with status 1',
          ],
        },
        rootless,
      ),
      /subordinate/,
      /podman system migrate/,
    ],
    [
      'no newuidmap',
      failure(
        'FROM x',
        {
          reason:
            'fatal error, invalid internal status, unable to create a new pause process: command required for rootless mode with multiple IDs: exec: "newuidmap": executable file not found in $PATH. Try running "podman system migrate" and if that doesn\'t work reboot to recover',
        },
        rootless,
      ),
      /newuidmap and newgidmap are not installed/,
      /install -y uidmap/,
    ],
    [
      'hybrid cgroups',
      failure(inRun('true'), {
        reason: 'building at STEP "RUN true": while running runtime: exit status 1',
        lines: [
          'error running container: from /usr/bin/crun creating container for [/bin/sh -c true]: cgroups in hybrid mode not supported, drop all controllers from cgroupv2',
          ': exit status 1',
        ],
      }),
      /refuses this machine’s cgroups/,
      /BUILDAH_ISOLATION=chroot/,
    ],
    [
      'limits under chroot isolation',
      failure(
        inRun('true'),
        {
          reason:
            'building at STEP "RUN true": setting "RLIMIT_NPROC" limit to soft=1048576,hard=1048576 (was soft=96365,hard=96365): operation not permitted',
        },
        podman58,
      ),
      /CAP_SYS_RESOURCE/,
      /default_ulimits/,
    ],
    [
      'limits with crun',
      failure(
        inRun('true'),
        {
          reason: 'building at STEP "RUN true": while running runtime: exit status 1',
          lines: [
            'error running container: from /usr/bin/crun creating container for [/bin/sh -c true]: setrlimit `RLIMIT_NOFILE`: Operation not permitted',
          ],
        },
        podman58,
      ),
      /CAP_SYS_RESOURCE/,
      /default_ulimits/,
    ],
    [
      'no runtime',
      failure(inRun('true'), { reason: 'default OCI runtime "runc" not found: invalid argument' }),
      /runtime is missing/,
      /install -y crun/,
    ],
    [
      'no namespaces',
      failure('FROM x', { reason: 'unshare: operation not permitted' }),
      /namespaces/,
      /max_user_namespaces/,
    ],
    [
      'no namespaces, by podman',
      failure('FROM x', { reason: 'cannot clone: Operation not permitted' }, rootless),
      /namespaces/,
      /apparmor_restrict/,
    ],
    [
      'any other refusal of the runtime',
      failure(inRun('true'), {
        reason: 'building at STEP "RUN true": while running runtime: exit status 1',
        lines: [
          'error running container: from /usr/bin/crun creating container for [/bin/sh -c true]: mount `proc` to `proc`: Operation not permitted',
        ],
      }),
      /could not start a container/,
      /BUILDAH_ISOLATION=chroot/,
    ],
  ])('%s', (_, failed, cause, cure) => {
    expect(diagnose(failed)).toMatchObject({
      cause: expect.stringMatching(cause),
      cure: expect.stringMatching(cure),
    })
  })
})
