/** What QEMU emulates of the architectures that images are published for, in a platform's terms. */
export const EMULATED_ARCHITECTURES: readonly string[] = [
  'amd64',
  '386',
  'arm64',
  'arm',
  'ppc64le',
  'ppc64',
  's390x',
  'riscv64',
  'loong64',
  'mips64le',
  'mips64',
  'mipsle',
  'mips',
]
