import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { StepEnded, StepOptions } from './runner.js'
import { build, contextWith, endStep, freshName, registry } from './world.js'

/** The platform of this machine. */
export const native = process.arch === 'arm64' ? 'linux/arm64' : 'linux/amd64'

/** Both parts of a step. */
export interface CachedRun {
  readonly main: StepEnded
  readonly post: StepEnded
  readonly digests: string
  /** Whether the image of an earlier run was taken. */
  readonly unchanged: boolean
  /** Whether the build found its cache mount full. */
  readonly restored: boolean
  /** Warnings of both parts. */
  readonly warnings: readonly string[]
}

/** Makes a step that runs on a fresh machine each time, and ends well. */
export type Runner = (inputs?: Readonly<Record<string, string>>, options?: StepOptions) => Promise<CachedRun>

// What the mount holds is told by the file alone, so that what was lost is made again with the same bytes; and the image
// is the same whatever the mount holds.
const DOCKERFILE = `FROM ${registry}/ubi9/ubi-minimal:9.6
COPY f /f
RUN --mount=type=cache,target=/kept echo "mount holds: $(ls /kept)" && cp /f /kept/data
`

/** An image with layers of its own that no registry has, and a cache mount. */
export function cachedImage(defaults: Readonly<Record<string, string>>): {
  readonly run: Runner
  readonly change: () => void
} {
  const image = freshName()
  const content = () => randomBytes(150_000).toString('hex')
  const context = contextWith({ Dockerfile: DOCKERFILE, f: content() })
  const common = { image, context, platforms: native, push: 'false', 'cache-write': 'true', ...defaults }
  return {
    run: async (inputs = {}, options = {}) =>
      bothParts(await build({ ...common, ...inputs }, options), options),
    change: () => writeFileSync(join(context, 'f'), content()),
  }
}

// What was said of it comes last: reports that are cut off keep their ends.
function failed(part: string, { exitCode, stdout, stderr, annotations }: StepEnded): Error {
  const messages = annotations.map(({ level, message }) => `${level}: ${message}`).join('\n')
  return new Error(`${part} ended with ${exitCode}\n${stdout}\n${stderr}\n${messages}`)
}

/** Ends a step that was right. */
export async function bothParts(main: StepEnded, options: StepOptions = {}): Promise<CachedRun> {
  if (main.exitCode !== 0) throw failed('main', main)
  const post = await endStep(main, options.env, options)
  if (post.exitCode !== 0) throw failed('post', post)
  const annotations = [...main.annotations, ...post.annotations]
  expect(annotations.filter(({ level }) => level === 'error')).toEqual([])
  const { builds } = JSON.parse(main.outputs.metadata!) as {
    builds: Record<string, { cache?: { unchanged: boolean } }>
  }
  return {
    main,
    post,
    digests: main.outputs.digests!,
    unchanged: Object.values(builds).every(({ cache }) => cache?.unchanged === true),
    restored: main.stdout.includes('mount holds: data'),
    warnings: annotations.filter(({ level }) => level === 'warning').map(({ message }) => message),
  }
}
