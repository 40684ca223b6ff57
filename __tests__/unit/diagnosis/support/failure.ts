import type { FailedBuild } from '../../../../src/diagnosis/failed-build.js'
import { parseDockerfile } from '../../../../src/dockerfile/parse.js'
import { parsePlatform } from '../../../../src/oci/platform.js'

export const GB = 1e9
export const BASE = 'FROM base AS builder\nFROM other AS production\n'

/** A failure of the last instruction of a Dockerfile. */
export function failure(
  text: string,
  log: { readonly reason: string; readonly lines?: readonly string[] },
  more: Partial<FailedBuild> = {},
): FailedBuild {
  const dockerfile = parseDockerfile(text, '/src/Dockerfile')
  return {
    platform: parsePlatform('linux/arm64'),
    runs: 'emulated',
    emulator: { path: '/usr/bin/qemu-aarch64-static', version: 'qemu-aarch64 version 7.2.22' },
    podman: { version: '4.3.1', rootless: false },
    dockerfile,
    target: undefined,
    instruction: dockerfile.stages.at(-1)?.instructions.at(-1),
    exitCode: 1,
    space: [{ folder: '/var/lib/containers/store', freeBytes: 90 * GB }],
    lines: [],
    ...log,
    ...more,
  }
}

export const native: Partial<FailedBuild> = { platform: parsePlatform('linux/amd64'), runs: 'native' }
export const rootless: Partial<FailedBuild> = { podman: { version: '4.3.1', rootless: true } }
export const podman58: Partial<FailedBuild> = { podman: { version: '5.8.6', rootless: false } }
export const inRun = (command: string) => `${BASE}RUN ${command}`
export const status1 = (step: string) => ({ reason: `building at STEP "RUN ${step}": exit status 1` })
