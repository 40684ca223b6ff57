import { type FailedBuild, said } from './failed-build.js'

/** A fault of QEMU that many have met. */
interface Fault {
  /** In the lines of the failed step, or in the instruction. */
  readonly sign: RegExp
  /** Whether a version of QEMU has it. */
  readonly affects: (major: number) => boolean
  readonly known: string
}

const FAULTS: readonly Fault[] = [
  {
    // https://github.com/moby/moby/issues/43039
    sign: /libc-bin|ldconfig/,
    affects: (major) => major < 5,
    known: 'ldconfig, which installing packages runs, is known to crash in QEMU before 5.0',
  },
  {
    // https://github.com/tonistiigi/binfmt/issues/231, https://github.com/docker/setup-qemu-action/issues/201
    sign: /libc-bin|ldconfig/,
    affects: (major) => major === 9,
    known:
      'ldconfig of Debian 11 and Ubuntu 22.04, which installing packages runs, is known to crash in QEMU 9',
  },
  {
    // https://github.com/tonistiigi/binfmt/issues/215
    sign: /\b(?:node|npm|npx|yarn|pnpm|corepack)\b/,
    affects: () => true,
    known: 'Node.js is known to crash now and then under QEMU',
  },
]

/** What is known of a segmentation fault in the emulator that was at work, as half a sentence; undefined when nothing is. */
export function knownFault(failed: FailedBuild): string | undefined {
  const major = Number(/ version (\d+)\./.exec(failed.emulator?.version ?? '')?.[1] ?? Number.NaN)
  if (Number.isNaN(major)) return undefined
  const shown = (sign: RegExp) => said(failed, sign) ?? sign.exec(failed.instruction?.text ?? '')
  return FAULTS.find(({ sign, affects }) => affects(major) && shown(sign))?.known
}
