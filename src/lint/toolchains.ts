import type { Command } from './shell.js'

/** A kind of compiler or bundler whose results another machine can make as well. */
export interface Toolchain {
  readonly name: 'Go' | 'Rust' | 'Java' | 'Node' | '.NET'
  /** Whether a command compiles. */
  readonly compiles: (command: Command) => boolean
  /** What in a stage's text says that it needs the target's machine, or a C compiler for it. */
  readonly bound?: RegExp
  /** Files that are the same on each machine, where that is what makes the toolchain portable. */
  readonly portable?: RegExp
}

const BUILD_SCRIPT = /^(?:\w+[:_-])*(?:build|bundle|compile|generate|export)(?:[:_-][\w:-]+)?$/
const BUNDLERS = new Set([
  'vite',
  'next',
  'nuxt',
  'ng',
  'webpack',
  'rollup',
  'astro',
  'parcel',
  'gatsby',
  'react-scripts',
])

/** Toolchains that can work for another platform. */
export const TOOLCHAINS: readonly Toolchain[] = [
  {
    name: 'Go',
    compiles: ({ words: [program, verb] }) => program === 'go' && verb === 'build',
    bound:
      /CGO_ENABLED[= ]"?1|CGO_C?FLAGS|-race\b|-buildmode=(?:plugin|c-)|\b(?:gcc|g\+\+|clang|musl-dev|build-base|build-essential|libc6?-dev|gcc-c\+\+)\b|\bxx-/,
  },
  {
    name: 'Rust',
    compiles: ({ words: [program, ...rest] }) => program === 'cargo' && cargoVerb(rest) === 'build',
    bound: /\bxx-|--target\b|CARGO_BUILD_TARGET|zigbuild/,
  },
  {
    name: 'Java',
    compiles: ({ words: [program = '', ...rest] }) =>
      /^(?:\.\/|\/\S*\/)?(?:mvnw?|gradlew?)$/.test(program) &&
      rest.some((word) =>
        /^:?(?:[\w-]+:)*(?:package|install|verify|build|assemble|bootJar|shadowJar|jar|war|installDist)$/.test(
          word,
        ),
      ),
    bound: /\bjlink\b|jpackage|native-image|-Pnative|nativeCompile|graalvm/i,
    portable:
      /\.[jw]ar$|\/target(?:\/|$)|\/build\/(?:libs|install|distributions)(?:\/|$)|\/(?:dependencies|spring-boot-loader|snapshot-dependencies|application)\/?$/,
  },
  {
    name: 'Node',
    compiles: ({ words }) => bundles(words),
    bound: /node-gyp|\bpkg\b.*-t|electron|--compile\b/,
    portable:
      /\/(?:package(?:-lock)?\.json|yarn\.lock|pnpm-lock\.yaml)$|\/(?:dist|build|out|public|www|html|static|_site|site|browser)(?:\/[^/]*)*$/,
  },
  {
    name: '.NET',
    compiles: ({ words: [program, verb] }) => program === 'dotnet' && verb === 'publish',
    bound: /PublishAot|(?:--arch|-a)[ =]|(?:--runtime|-r)[ =]|--self-contained|TARGETARCH|RuntimeIdentifier/,
  },
]

function cargoVerb(words: readonly string[]): string | undefined {
  return words.find((word) => !word.startsWith('+') && !word.startsWith('-'))
}

function bundles([program = '', ...rest]: readonly string[]): boolean {
  const verbs = rest.filter((word) => !word.startsWith('-'))
  if (/^(?:npm|pnpm|yarn|bun)$/.test(program))
    return verbs.some((verb, at) => BUILD_SCRIPT.test(verb) && (program !== 'npm' || verbs[at - 1] === 'run'))
  if (program === 'npx') return BUNDLERS.has(verbs[0] ?? '') && verbs[1] === 'build'
  return BUNDLERS.has(program.replace(/^.*\/\.bin\//, '')) && verbs[0] === 'build'
}

/** Programs that leave nothing behind that depends on the machine, where what they write is not taken. */
const NEUTRAL = new Set(
  'apk apt-get apt dnf microdnf yum tdnf mkdir chmod chown cp mv rm echo printf ls cat touch set test [ true : cd adduser addgroup useradd groupadd update-ca-certificates corepack export sha256sum'.split(
    ' ',
  ),
)
const ALSO: Readonly<Record<Toolchain['name'], (command: Command) => boolean>> = {
  Go: ({ words: [program, ...rest] }) =>
    program === 'go' && (/^(?:mod|version|env|vet|work)$/.test(rest[0] ?? '') || rest[0] === 'build'),
  Rust: () => false,
  Java: ({ words: [program = ''] }) => /^(?:\.\/|\/\S*\/)?(?:mvnw?|gradlew?|java)$/.test(program),
  Node: ({ words: [program = ''] }) => /^(?:npm|pnpm|yarn|bun|npx)$/.test(program) || BUNDLERS.has(program),
  '.NET': ({ words: [program] }) => program === 'dotnet',
}

/** Whether nothing that a command does hangs on the machine that it runs on, but for what the toolchain is told. */
export function isNeutral(command: Command, toolchain: Toolchain['name'] | undefined): boolean {
  const [program] = command.words
  if (program === undefined) return command.assignments.every((each) => !each.includes('$('))
  return NEUTRAL.has(program) || (toolchain !== undefined && ALSO[toolchain](command))
}
