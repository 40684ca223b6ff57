import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PROOF_EXIT_CODE, proofBinary } from '../emulation/proof.js'
import { type Check, error, ok } from '../host/check.js'
import { capture } from '../host/process.js'
import { type Platform, platformSlug } from '../oci/platform.js'
import type { PodmanInfo } from '../podman/info.js'
import { trialArguments } from './trial-build.js'

const EMULATOR =
  'podman machine ssh sudo rpm-ostree install qemu-user-static, then podman machine stop and podman machine start; on another Linux: install qemu-user-static there'

/** Lets a podman elsewhere build, and run, a program of a few bytes for each platform. It ends in a way that leaves no image. */
export async function remoteTrials(info: PodmanInfo, platforms: readonly Platform[]): Promise<Check[]> {
  const work = await mkdtemp(join(tmpdir(), 'multiarch-build-'))
  try {
    return await Promise.all(platforms.map((platform) => trial(info, platform, work)))
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

async function trial(info: PodmanInfo, platform: Platform, work: string): Promise<Check> {
  const context = join(work, platformSlug(platform))
  await mkdir(context)
  await writeFile(join(context, 'program'), proofBinary(platform.architecture), { mode: 0o755 })
  await writeFile(join(context, 'Dockerfile'), 'FROM scratch\nCOPY program /\nRUN ["/program"]\n')
  const started = performance.now()
  const { stderr } = await capture(
    'podman',
    trialArguments(info, { podman: [], platform, context, iidFile: join(context, 'iid') }),
  )
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  if (new RegExp(`exit (?:status|code) ${PROOF_EXIT_CODE}\\b`).test(stderr))
    return ok(platform.text, `builds, and runs programs, in ${seconds} s`)
  const said = stderr.trim().split('\n').at(-1) ?? ''
  if (/exec format error/i.test(stderr)) return error(platform.text, 'its programs don’t run there', EMULATOR)
  return error(platform.text, said, 'run a build by hand to see the whole message: podman build')
}
