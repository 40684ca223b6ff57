import { diagnose } from '../../../src/diagnosis/diagnose.js'
import type { FailedBuild } from '../../../src/diagnosis/failed-build.js'
import { failure, inRun, native, status1 } from './support/failure.js'

// Logs are podman 4.3.1's and 5.8.6's, with crun 1.8 and 1.24, QEMU 7.2, unless a line says otherwise.
describe('programs that RUN starts', () => {
  test.each<[string, FailedBuild, RegExp, RegExp]>([
    [
      'a program for another machine, by chroot isolation of podman 4',
      failure(inRun('["/app"]'), {
        ...status1('/app'),
        lines: [
          'process failed to start with error: fork/exec /app: exec format errorprocess exited with error: exec: not startedsubprocess exited with status 1',
        ],
      }),
      /^\/app is no program for linux\/arm64$/,
      /\$TARGETARCH \(here arm64\)/,
    ],
    [
      'the same by podman 5',
      failure(inRun('["/app"]'), {
        ...status1('/app'),
        lines: [
          'process failed to start with error: fork/exec /app: exec format error',
          'process exited with error: exec: not started',
          'subprocess exited with status 1',
        ],
      }),
      /^\/app is no program/,
      /FROM --platform=\$BUILDPLATFORM/,
    ],
    [
      'the same by bash',
      failure(inRun('/opt/protoc --version'), {
        ...status1('/opt/protoc'),
        lines: ['/bin/bash: line 1: /opt/protoc: cannot execute binary file: Exec format error'],
      }),
      /^\/opt\/protoc is no program/,
      /\$TARGETARCH/,
    ],
    [
      'a program for another machine that busybox read as a script',
      failure(inRun('/s390'), {
        reason: 'building at STEP "RUN /s390": exit status 2',
        lines: ['/s390: line 4: syntax error: unexpected word (expecting ")")'],
      }),
      /^\/s390 was read as a shell script, as happens to a program of another architecture than arm64$/,
      /\$TARGETARCH/,
    ],
    [
      'the base image’s shell',
      failure(inRun('true'), {
        ...status1('true'),
        lines: ['process failed to start with error: fork/exec /bin/sh: exec format error'],
      }),
      /base image is another platform’s/,
      /digest must be that of the index/,
    ],
    [
      'no emulator, by crun',
      failure(
        inRun('true'),
        {
          reason: 'building at STEP "RUN true": while running runtime: exit status 1',
          lines: ['exec container process `/bin/sh`: Exec format error'],
        },
        { runs: undefined },
      ),
      /no emulator is set up/,
      /qemu: always/,
    ],
    [
      'a loader that QEMU doesn’t find',
      failure(inRun('/app'), {
        reason: 'building at STEP "RUN /app": exit status 255',
        lines: [
          "qemu-x86_64-static: Could not open '/lib64/ld-linux-x86-64.so.2': No such file or directory",
        ],
      }),
      /^a program for x86_64 was run, and its loader \/lib64\/ld-linux-x86-64\.so\.2 is not in the linux\/arm64 image$/,
      /\$TARGETARCH/,
    ],
    [
      'SIGSEGV under emulation',
      failure(inRun('dpkg --configure -a'), {
        ...status1('dpkg --configure -a'),
        lines: [
          'qemu: uncaught target signal 11 (Segmentation fault) - core dumped',
          'subprocess exited on segmentation fault',
          'subprocess exited with status 1',
        ],
      }),
      /SIGSEGV; qemu-aarch64 version 7\.2\.22.*emulator’s fault/,
      /BUILDPLATFORM.*newer QEMU.*native runner/,
    ],
    ...(
      [
        [
          'qemu-aarch64 version 4.2.1',
          'dnf install x',
          'Processing triggers for libc-bin',
          /QEMU before 5\.0$/,
        ],
        ['qemu-aarch64 version 9.2.0', 'apt-get install x', 'Setting up libc-bin', /crash in QEMU 9$/],
        ['qemu-aarch64 version 7.2.22', 'npm ci', 'x', /Node\.js is known to crash now and then/],
        ['qemu-aarch64 version 7.2.22', 'apt-get install x', 'Setting up libc-bin', /emulator’s fault/],
      ] as const
    ).map(([version, command, line, cause]): [string, FailedBuild, RegExp, RegExp] => [
      `SIGSEGV of ${command} in ${version}`,
      failure(
        inRun(command),
        {
          ...status1(command),
          lines: [line, 'qemu: uncaught target signal 11 (Segmentation fault) - core dumped'],
        },
        { emulator: { path: '/usr/bin/qemu-aarch64-static', version } },
      ),
      cause,
      /newer QEMU/,
    ]),
    [
      'SIGILL, only in words',
      failure(inRun('node build.js'), {
        ...status1('node build.js'),
        lines: ['subprocess exited on illegal instruction'],
      }),
      /SIGILL/,
      /newer QEMU/,
    ],
    ...(['132', '134', '139'] as const).map((code): [string, FailedBuild, RegExp, RegExp] => [
      `exit status ${code} of an OCI runtime`,
      failure(inRun('make'), {
        reason: `building at STEP "RUN make": while running runtime: exit status ${code}`,
      }),
      { '132': /SIGILL/, '134': /SIGABRT/, '139': /SIGSEGV/ }[code],
      /newer QEMU/,
    ]),
    [
      'killed',
      failure(inRun('go build ./...'), {
        ...status1('go build ./...'),
        lines: ['go build x: /usr/lib/go/pkg/tool/link: signal: killed', 'subprocess exited with status 1'],
      }),
      /ran out of memory/,
      /max-parallel: 1/,
    ],
    [
      'killed itself',
      failure(
        inRun('make'),
        { ...status1('make'), lines: ['subprocess exited on killed', 'subprocess exited with status 1'] },
        native,
      ),
      /ran out of memory/,
      /max-parallel: 1/,
    ],
    [
      'exit status 137',
      failure(
        inRun('make'),
        { reason: 'building at STEP "RUN make": while running runtime: exit status 137' },
        native,
      ),
      /memory/,
      /larger machine/,
    ],
    [
      'Node’s own limit',
      failure(inRun('npm run build'), {
        reason: 'building at STEP "RUN npm run build": exit status 134',
        lines: ['FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory'],
      }),
      /Node\.js reached its own limit/,
      /max-old-space-size/,
    ],
    [
      'no shell',
      failure(
        'FROM scratch\nRUN true',
        {
          ...status1('true'),
          lines: ['process failed to start with error: fork/exec /bin/sh: no such file or directory'],
        },
        native,
      ),
      /^\/bin\/sh is not in the stage’s image, as in FROM scratch and distroless images$/,
      /earlier stage/,
    ],
    [
      'no emulator in the container',
      failure(inRun('true'), {
        ...status1('true'),
        lines: ['process failed to start with error: fork/exec /bin/sh: no such file or directory'],
      }),
      /registered without the flag F/,
      /earlier stage/,
    ],
  ])('%s', (_, failed, cause, cure) => {
    expect(diagnose(failed)).toEqual({
      cause: expect.stringMatching(cause),
      cure: expect.stringMatching(cure),
    })
  })

  test.each([
    [
      'a program’s own failure',
      failure(inRun('make'), {
        reason: 'building at STEP "RUN make": exit status 2',
        lines: ['make: *** [all] Error 2'],
      }),
    ],
    [
      'a crash on the real machine',
      failure(
        inRun('make'),
        { ...status1('make'), lines: ['subprocess exited on segmentation fault'] },
        native,
      ),
    ],
    ['nothing at all', failure('', { reason: '' }, { instruction: undefined })],
  ])('%s speaks for itself', (_, failed) => expect(diagnose(failed)).toBeUndefined())
})

// A pattern that runs long on them runs into the time that a test has.
test('long lines of a build are nothing to any rule', () => {
  const lines = Array.from({ length: 25 }, (_, at) => `${'create crun cgroup clone '.repeat(8000)}${at}`)
  expect(diagnose(failure(inRun('make'), { ...status1('make'), lines }))).toBeUndefined()
})
