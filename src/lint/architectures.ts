import type { Platform } from '../oci/platform.js'

/** How architectures are written, by their name in Go. Each expression holds between delimiters. */
const SPELLINGS: Readonly<Record<string, string>> = {
  amd64: 'amd64|x86_64|x86-64|x64|linux64',
  arm64: 'arm64v8|arm64|aarch64',
  arm: 'arm32v[67]|armv[67][a-z]*|armhf|armel',
  386: 'i386|i686',
  ppc64le: 'ppc64le|ppc64el',
  s390x: 's390x',
  riscv64: 'riscv64',
}

const NAMES = new RegExp(`(?<![A-Za-z0-9])(?:${Object.values(SPELLINGS).join('|')})(?![A-Za-z0-9])`, 'gi')

/** Ways in which a script asks for the machine that it runs on. */
const ASKS_RUNNING =
  /\buname\b|dpkg(?:-architecture| +--print-architecture)|apk +--print-arch|\$\(arch\)|`arch`|\brpm +(?:-E|--eval)|getconf LONG_BIT|dpkgArch/
/** Ways in which it is told the machine that it is for. */
const IS_TOLD = /\bTARGET(?:ARCH|PLATFORM|VARIANT)\b|\bBUILD(?:ARCH|PLATFORM)\b|\bxx-/

/** A name of an architecture in a text. */
export interface ArchitectureName {
  /** Go's name for it. */
  readonly architecture: string
  /** As written. */
  readonly written: string
}

/** Whether what a script does depends on the machine that it runs on. */
export function asksRunningMachine(text: string): boolean {
  return ASKS_RUNNING.test(text)
}

/** The names of architectures in a text. */
export function architecturesIn(text: string): ArchitectureName[] {
  return [...text.matchAll(NAMES)].map(([written]) => ({ written, architecture: architectureOf(written) }))
}

/** The one architecture that a text names; undefined where it names none, or several, or tells machines apart. */
export function soleArchitecture(text: string): ArchitectureName | undefined {
  if (ASKS_RUNNING.test(text) || IS_TOLD.test(text)) return undefined
  const names = architecturesIn(text)
  return new Set(names.map(({ architecture }) => architecture)).size === 1 ? names[0] : undefined
}

/** Platforms of a build that an architecture is wrong for. */
export function othersThan(architecture: string, platforms: readonly Platform[]): Platform[] {
  // An amd64 machine runs what is for 386, and that is how its libraries get there.
  const right = architecture === '386' ? ['386', 'amd64'] : [architecture]
  return platforms.filter((platform) => !right.includes(platform.architecture))
}

function architectureOf(written: string): string {
  return Object.keys(SPELLINGS).find((name) => new RegExp(`^(?:${SPELLINGS[name]})$`, 'i').test(written))!
}
