import type { CheckpointRecord } from '../../../src/cache/records.js'
import { parseDockerfile, type Stage } from '../../../src/dockerfile/parse.js'
import type { StageKeys } from '../../../src/fingerprint/types.js'
import { type Digest, digestOf } from '../../../src/oci/digest.js'
import { parsePlatform } from '../../../src/oci/platform.js'
import { mediaType } from '../../../src/oci/types.js'
import { stepFacts } from '../../../src/pipeline/steps/facts.js'
import {
  candidates,
  groundAfter,
  isWorthKeeping,
  secondsByInstruction,
} from '../../../src/pipeline/steps/keeping.js'
import { asBuiltInOne, type Checkpoint, chooseCheckpoints } from '../../../src/pipeline/steps/resumption.js'

const dockerfile = parseDockerfile(
  `FROM base AS tools
RUN tools
FROM base AS builder
ARG X=1
RUN prefix
COPY . .
RUN --mount=from=tools,target=/t build
FROM builder AS more
RUN more
FROM scratch
COPY --from=more /a /a
RUN last
`,
  'Dockerfile',
)
const [tools, builder, more, last] = dockerfile.stages as [Stage, Stage, Stage, Stage]
const keyOf = (line: number): Digest => digestOf(`line ${line}`)
const stages = dockerfile.stages.map((stage): StageKeys => {
  const steps = stage.instructions
    .slice(1)
    .map((instruction) => ({ instruction, key: keyOf(instruction.line) }))
  return {
    stage,
    platform: parsePlatform('linux/arm64'),
    image: 'base',
    base: keyOf(0),
    steps,
    key: steps.at(-1)!.key,
  }
})
const layer = (name: string) => ({ mediaType: 'layer', digest: digestOf(name), size: 10 })
const record = (history: readonly string[], ...layers: string[]): CheckpointRecord => ({
  manifest: {
    schemaVersion: 2,
    mediaType: mediaType.ociManifest,
    config: { mediaType: mediaType.ociConfig, digest: digestOf('config'), size: 2 },
    layers: layers.map(layer),
    annotations: {
      'org.opencontainers.image.base.name': 'base',
      'org.opencontainers.image.base.digest': digestOf('b'),
    },
  },
  config: {
    os: 'linux',
    architecture: 'arm64',
    rootfs: { diff_ids: layers.map((name) => digestOf(`diff ${name}`)) },
    history: history.map((created_by) => ({ created_by })),
  },
  baseLayers: 1,
  seconds: 5,
  ran: 100,
  used: 100,
})

/** The lines after which stages go on when images of some lines are kept. */
function chosen(...lines: number[]): number[] {
  const kept = new Set(lines.map(keyOf))
  const found = chooseCheckpoints(dockerfile, undefined, stages, (key) =>
    kept.has(key) ? record([]) : undefined,
  )
  return [...found.values()].map(({ after }) => after.line)
}

describe('which images a build goes on from', () => {
  test('the latest of each stage that is still needed', () => {
    expect(chosen(2, 5)).toEqual([2, 5])
    expect(chosen(2, 5, 7)).toEqual([7])
    expect(chosen(2, 5, 9)).toEqual([9])
    expect(chosen()).toEqual([])
  })

  test('never the end of the target, of which something must be built', () => {
    expect(chosen(12, 11)).toEqual([11])
    expect(chosen(12)).toEqual([])
  })
})

const checkpoint = (stage: Stage, line: number, kept: CheckpointRecord): [Stage, Checkpoint] => {
  const keys = stages.find((each) => each.stage === stage)!
  return [
    stage,
    { keys, after: stage.instructions.find((each) => each.line === line)!, key: keyOf(line), record: kept },
  ]
}

describe('an image that was built in two parts, as it is when it is built in one', () => {
  const kept = record(['base', 'ARG X', 'prefix'], 'base', 'prefix')
  const built = {
    manifest: {
      ...kept.manifest,
      annotations: { 'org.opencontainers.image.base.name': 'of the first part', other: 'x' },
    },
    config: {
      ...kept.config,
      history: ['base', 'ARG X', 'prefix', 'ARG X', 'COPY', 'build'].map((created_by) => ({ created_by })),
    },
  }
  const [, root] = checkpoint(builder, 5, kept)

  test('repeated instructions stand in its history once', () => {
    const { config } = asBuiltInOne(built, builder, root)
    expect(config.history?.map(({ created_by }) => created_by)).toEqual([
      'base',
      'ARG X',
      'prefix',
      'COPY',
      'build',
    ])
  })

  test('where the first step of the second part found its image is not in it', () => {
    const comments = ['FROM 127.0.0.1:45/multiarch-build/steps@sha256:0', 'FROM quay.io/a@sha256:0', 'other']
    const config = { ...kept.config, history: comments.map((comment) => ({ created_by: 'RUN', comment })) }
    const [, start] = checkpoint(tools, 2, record([]))
    const { history } = asBuiltInOne({ ...built, config }, tools, start).config
    expect(history?.map(({ comment }) => comment)).toEqual([undefined, 'FROM quay.io/a@sha256:0', 'other'])
  })

  test('its base is that of the first part, when it is of the same stage', () => {
    expect(asBuiltInOne(built, builder, root).manifest.annotations).toEqual({
      ...kept.manifest.annotations,
      other: 'x',
    })
    expect(asBuiltInOne(built, more, root).manifest).toEqual(built.manifest)
  })
})

test('what became of each step', () => {
  const resumed = new Map([checkpoint(builder, 5, record([]))])
  const [run] = tools.instructions.slice(1)
  expect(stepFacts(dockerfile, undefined, resumed, new Map([[run!, 1.234]]))).toEqual([
    { line: 2, keyword: 'RUN', cached: false, seconds: 1.23 },
    { line: 5, keyword: 'RUN', cached: true },
    { line: 6, keyword: 'COPY', cached: false },
    { line: 7, keyword: 'RUN', cached: false },
    { line: 9, keyword: 'RUN', cached: false },
    { line: 11, keyword: 'COPY', cached: false },
    { line: 12, keyword: 'RUN', cached: false },
  ])
  const all = stepFacts(dockerfile, undefined, new Map([checkpoint(last, 11, record([]))]), new Map())
  expect(all.filter(({ cached }) => !cached).map(({ line }) => line)).toEqual([12])
})

describe('which steps are worth an image', () => {
  const moving = { isFolder: (source: string) => source === '', args: new Set<string>() }
  const timed = (seconds: Record<number, number>) =>
    new Map(
      dockerfile.stages
        .flatMap(({ instructions }) => instructions)
        .filter(({ line }) => seconds[line] !== undefined)
        .map((instruction) => [instruction, seconds[instruction.line]!]),
    )
  const lines = (seconds: Record<number, number>, ...points: [Stage, Checkpoint][]) =>
    candidates(dockerfile, undefined, new Map(points), timed(seconds), moving).map(({ after }) => after.line)

  test('those that took their time and come before what most commits change', () => {
    expect(lines({ 2: 10, 5: 10, 7: 100, 9: 100, 12: 100 })).toEqual([2, 5])
    expect(lines({ 2: 0.1, 5: 10 })).toEqual([5])
  })

  test('not those that were not run', () => {
    expect(lines({ 2: 10, 5: 10 }, checkpoint(builder, 5, record([])))).toEqual([2])
  })

  test('large ones must have taken longer', () => {
    expect(isWorthKeeping(3, 1e6)).toBe(true)
    expect(isWorthKeeping(3, 1e9)).toBe(false)
    expect(isWorthKeeping(30, 1e9)).toBe(true)
  })

  test('times are the log’s, by the text of the step', () => {
    const step = (text: string, seconds: number) => ({
      step: { stage: 1, number: 2, total: 2, text },
      seconds,
    })
    const seconds = secondsByInstruction(dockerfile, [step('RUN tools', 3), step('RUN nothing like it', 9)])
    expect([...seconds].map(([{ line }, each]) => [line, each])).toEqual([[2, 3]])
  })
})

describe('what a stage has after a step', () => {
  const image = { diffIds: ['sha256:base'], history: 1 }
  const ground = (stage: Stage, line: number, ...points: [Stage, Checkpoint][]) => {
    const after = stage.instructions.find((each) => each.line === line)!
    const found = groundAfter(dockerfile, stage, after, new Map(points), () => image)
    return found && { ...found, done: found.done.map((each) => each.line) }
  }

  test('its base image and all that was done', () => {
    expect(ground(tools, 2)).toEqual({ ...image, done: [2] })
    expect(ground(builder, 7)).toEqual({ ...image, done: [4, 5, 6, 7] })
  })

  test('what was done in the stage that it goes on from', () => {
    expect(ground(more, 9)).toEqual({ ...image, done: [4, 5, 6, 7, 9] })
    expect(ground(last, 11)).toEqual({ ...image, done: [11] })
  })

  test('the image that it was resumed from, and what is repeated then', () => {
    const kept = record(['base', 'ARG X', 'prefix'], 'base', 'prefix')
    const expected = { diffIds: [digestOf('diff base'), digestOf('diff prefix')], history: 3 }
    expect(ground(builder, 6, checkpoint(builder, 5, kept))).toEqual({ ...expected, done: [4, 6] })
    expect(ground(more, 9, checkpoint(builder, 5, kept))).toEqual({ ...expected, done: [4, 6, 7, 9] })
  })
})
