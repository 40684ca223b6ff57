import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { digestOf } from '../../src/oci/digest.js'
import { native } from './cached-build.js'
import { type StepEnded, type StepOptions, temporaryFolder } from './runner.js'
import { build, contextWith, endStep, freshName } from './world.js'

/** A stage that went on from an image of an earlier run, and up to where it was done. */
export interface Resumed {
  readonly stage: string
  readonly line: number
}

/** A step that ended well, and what it took from the cache. */
export interface ServiceRun extends StepEnded {
  /** Platforms whose image is an earlier run's. */
  readonly unchanged: readonly string[]
  readonly resumed: (platform?: string) => Resumed[]
}

/** A service of its own: an image, a context, and builds of it that share a cache. */
export function service(files: Readonly<Record<string, string>>, cache = temporaryFolder('cache-')) {
  const image = freshName()
  const context = contextWith(files)
  const run = async (
    inputs: Readonly<Record<string, string>> = {},
    options: StepOptions = {},
  ): Promise<ServiceRun> => {
    const step = await build(
      { image, context, cache: 'directory', 'cache-dir': cache, 'cache-write': 'true', ...inputs },
      options,
    )
    if (step.exitCode !== 0) throw new Error(`${step.exitCode}\n${step.stdout}\n${step.stderr}`)
    expect(await endStep(step, options.env)).toMatchObject({ exitCode: 0, annotations: [] })
    const { builds } = JSON.parse(step.outputs.metadata!) as {
      builds: Record<string, { cache?: { unchanged: boolean; resumed: Resumed[] } }>
    }
    const unchanged = Object.entries(builds).filter(([, each]) => each.cache?.unchanged)
    return {
      ...step,
      unchanged: unchanged.map(([platform]) => platform),
      resumed: (platform = native) =>
        (builds[platform]!.cache?.resumed ?? []).map(({ stage, line }) => ({ stage, line })),
    }
  }
  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(context, name)), { recursive: true })
    writeFileSync(join(context, name), text)
  }
  return { image, context, cache, run, write }
}

/** Changes what a folder remembers of builds and steps, as somebody could who may write there. */
export function tamper(cache: string, change: (records: string) => string): void {
  const folder = join(cache, 'documents')
  for (const name of readdirSync(folder).filter((each) => each.startsWith('builds-'))) {
    const [, text] = readFileSync(join(folder, name), 'utf8').split('\n')
    const changed = change(text!)
    expect(changed).not.toBe(text)
    writeFileSync(join(folder, name), `${digestOf(changed)}\n${changed}`)
  }
}
