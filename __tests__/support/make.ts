import { withoutRunner } from './runner.js'

/** The environment of a developer's shell: without what a runner, a make around these tests, or this machine sets for other things. */
export function makeEnvironment(
  env: Readonly<Record<string, string | undefined>> = {},
): Record<string, string | undefined> {
  const others = ['MAKEFLAGS', 'MFLAGS', 'MAKELEVEL', 'MAKEFILES', ...VARIABLES]
  return { ...withoutRunner(), ...Object.fromEntries(others.map((name) => [name, undefined])), ...env }
}

/** The variables of Makefile.multiarch and examples/build-image.sh, all of which may come from the environment. */
export const VARIABLES = [
  ...[
    'IMG',
    'REGISTRY',
    'SERVICE',
    'SERVICES',
    'VERSION',
    'CONTEXT',
    'DOCKERFILE',
    'PLATFORMS',
    'TARGETARCH',
  ],
  ...['KIND_CLUSTER', 'MULTIARCH_ARGS', 'MULTIARCH_BUILD', 'MULTI_ARCH', 'PUSH'],
] as const
