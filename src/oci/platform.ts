import type { PlatformFields } from './types.js'

/** A target platform in normal form, `os/architecture[/variant]`. */
export interface Platform extends PlatformFields {
  /** The normal form as text, which is also the key of outputs and metadata. */
  readonly text: string
}

/**
 * The arguments that builders set for a platform, by name; no variant where it has none
 * (https://docs.docker.com/reference/dockerfile/#automatic-platform-args-in-the-global-scope).
 */
export function platformArguments(
  whose: 'BUILD' | 'TARGET',
  { text, os, architecture, variant }: Platform,
): ReadonlyMap<string, string> {
  return new Map([
    [`${whose}PLATFORM`, text],
    [`${whose}OS`, os],
    [`${whose}ARCH`, architecture],
    ...(variant === undefined ? [] : [[`${whose}VARIANT`, variant] as const]),
  ])
}

/** Whether builders set an argument of this name themselves, to another value for each platform. */
export function isPlatformArgument(name: string): boolean {
  return /^(TARGET|BUILD)(PLATFORM|OS|ARCH|VARIANT)$/.test(name)
}

const ARCHITECTURE_ALIASES: Readonly<Record<string, { architecture: string; variant?: string }>> = {
  x86_64: { architecture: 'amd64' },
  'x86-64': { architecture: 'amd64' },
  aarch64: { architecture: 'arm64' },
  i386: { architecture: '386' },
  i486: { architecture: '386' },
  i586: { architecture: '386' },
  i686: { architecture: '386' },
  armhf: { architecture: 'arm', variant: 'v7' },
  armel: { architecture: 'arm', variant: 'v6' },
}

const ARCHITECTURES = new Set([
  'amd64',
  '386',
  'arm64',
  'arm',
  'ppc64le',
  'ppc64',
  's390x',
  'riscv64',
  'mips',
  'mipsle',
  'mips64',
  'mips64le',
  'loong64',
])

/**
 * Brings the parts of a platform into normal form, as containerd does: `arm64/v8` is `arm64`, `arm` is `arm/v7`,
 * `amd64/v1` is `amd64`.
 * Source: https://github.com/containerd/platforms/blob/v1.0.0/database.go, `normalizeArch`.
 */
export function normalizePlatform(fields: PlatformFields): Platform {
  const os = fields.os.toLowerCase()
  const name = fields.architecture.toLowerCase()
  const alias = ARCHITECTURE_ALIASES[name]
  const architecture = alias?.architecture ?? name
  const variant = normalizeVariant(architecture, (alias?.variant ?? fields.variant ?? '').toLowerCase())
  return variant === ''
    ? { os, architecture, text: `${os}/${architecture}` }
    : { os, architecture, variant, text: `${os}/${architecture}/${variant}` }
}

function normalizeVariant(architecture: string, variant: string): string {
  if (architecture === 'arm64') return variant === '8' || variant === 'v8' ? '' : variant
  if (architecture === 'amd64') return variant === 'v1' ? '' : variant
  if (architecture === 'arm') {
    if (variant === '' || variant === '7') return 'v7'
    return /^[5689]$/.test(variant) ? `v${variant}` : variant
  }
  return variant
}

/**
 * Parses `os/architecture[/variant]`. Only Linux, since podman builds nothing else.
 * @throws {Error} with the reason, for the caller to say where the text came from
 */
export function parsePlatform(text: string): Platform {
  const parts = text.trim().split('/')
  const [os, architecture, variant] = parts
  if (parts.length < 2 || parts.length > 3 || parts.some((part) => !/^[A-Za-z0-9_.-]+$/.test(part))) {
    throw new Error(`${JSON.stringify(text)} is no platform; write os/architecture, such as linux/arm64`)
  }
  const platform = normalizePlatform({ os: os!, architecture: architecture!, ...(variant && { variant }) })
  if (platform.os !== 'linux') throw new Error(`${JSON.stringify(text)}: only linux can be built`)
  if (!ARCHITECTURES.has(platform.architecture)) {
    throw new Error(
      `${JSON.stringify(text)}: unknown architecture; known are ${[...ARCHITECTURES].join(', ')}`,
    )
  }
  return platform
}

/**
 * Parses a list of platforms.
 * @throws {Error} with the reason, when one is none or there twice, or there are none
 */
export function parsePlatforms(texts: readonly string[]): Platform[] {
  const platforms = texts.map(parsePlatform)
  if (platforms.length === 0) throw new Error('names none')
  const seen = new Set<string>()
  for (const { text } of platforms) {
    if (seen.has(text)) throw new Error(`${text} is there twice`)
    seen.add(text)
  }
  return platforms
}

/** The fields of a platform as an index holds them. */
export function platformFields(platform: Platform): PlatformFields {
  const { architecture, os, variant } = platform
  return { architecture, os, ...(variant && { variant }) }
}

/** A platform as one path segment or output name: `linux-arm-v7`. */
export function platformSlug(platform: Platform): string {
  return platform.text.replaceAll('/', '-')
}
