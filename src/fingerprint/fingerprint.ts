import { type LogicalLine, linesOf } from '../dockerfile/lines.js'
import type { Instruction, Stage } from '../dockerfile/parse.js'
import { platformOf, targetStage } from '../dockerfile/stages.js'
import { digestOf } from '../oci/digest.js'
import { type Platform, parsePlatform } from '../oci/platform.js'
import { buildContexts } from './build-contexts.js'
import { FileReader, Unreadable } from './file-reader.js'
import { splitFlags, words } from './flags.js'
import { type IgnoreRules, readIgnoreRules } from './ignore.js'
import { NoKey, Origins } from './origins.js'
import { ignoreFileArgument, saltOf, unknownExtraArgument } from './salt.js'
import {
  type Arguments,
  automaticArguments,
  buildArguments,
  expandInFrom,
  globalScope,
  Scope,
} from './scope.js'
import { SecretHashes } from './secrets.js'
import { applyToScope, describeStep } from './steps.js'
import {
  type Fingerprint,
  type FingerprintInputs,
  type Ineligible,
  type Key,
  NotEligible,
  type StageKeys,
} from './types.js'

/**
 * Computes what a build would be made from: for each stage that its target needs a chain of keys, one for each step. Two
 * builds whose keys are equal are made from the same inputs up to there; “changed” may be said needlessly, “unchanged”
 * never wrongly. See docs/fingerprint.md for what is an input and what is not.
 */
export async function fingerprint(inputs: FingerprintInputs): Promise<Fingerprint> {
  return new Computation(inputs, new FileReader()).run()
}

/**
 * Computes all keys again after a build. Those that are what they were before belong to inputs that have not changed meanwhile, so that
 * the build was made from them: a file that was touched counts as changed.
 */
export async function fingerprintAgain(inputs: FingerprintInputs, before: Fingerprint): Promise<Fingerprint> {
  return new Computation(inputs, new FileReader(before.reader)).run()
}

interface StageEnd extends StageKeys {
  readonly scope: Scope
}

class Computation {
  private readonly ineligible: Ineligible[] = []
  private readonly stages = new Map<Stage, Promise<StageEnd>>()
  private readonly args: Arguments
  private readonly globals: Scope
  private readonly origins: Origins
  private readonly secrets: SecretHashes
  private ignore!: IgnoreRules
  private lineOf!: (instruction: Instruction) => LogicalLine

  constructor(
    private readonly inputs: FingerprintInputs,
    private readonly reader: FileReader,
  ) {
    const { settings, env, platform, buildPlatform, secrets } = inputs
    this.args = {
      given: buildArguments(settings.buildArgs, env),
      platform: automaticArguments(platform, buildPlatform),
    }
    this.globals = globalScope(inputs.dockerfile, this.args)
    const contexts = buildContexts(settings.buildContexts)
    this.origins = new Origins(inputs, contexts, reader, async (stage) => (await this.stage(stage)).key)
    this.secrets = new SecretHashes(secrets)
  }

  async run(): Promise<Fingerprint> {
    const { dockerfile, text, context, settings } = this.inputs
    const { of, doubts } = linesOf(dockerfile, text)
    this.lineOf = of
    this.ineligible.push(...wholeBuild(this.inputs, of))
    this.ineligible.push(
      ...doubts.map(({ line, problem }) => ({
        line,
        reason: `builders may read it differently: ${problem}`,
      })),
    )
    const target = targetStage(dockerfile, settings.target)
    if (target === undefined)
      this.ineligible.push({ line: undefined, reason: 'the Dockerfile has no such stage' })
    if (target === undefined || this.ineligible.length > 0) return this.result(undefined)
    const given = ignoreFileArgument(settings.extraArgs) ?? this.inputs.ignoreFile
    this.ignore = await readIgnoreRules(this.origins.tree(context), dockerfile.path, given)
    return this.result((await this.stage(target)).key)
  }

  private async result(key: Key): Promise<Fingerprint> {
    const stages = await Promise.all(this.stages.values())
    return {
      stages: stages.map(({ scope: _scope, ...keys }) => keys).sort((a, b) => a.stage.index - b.stage.index),
      key,
      ineligible: this.ineligible,
      reader: this.reader,
    }
  }

  private stage(stage: Stage): Promise<StageEnd> {
    const known = this.stages.get(stage)
    if (known !== undefined) return known
    const keys = this.computeStage(stage)
    this.stages.set(stage, keys)
    return keys
  }

  private async computeStage(stage: Stage): Promise<StageEnd> {
    const { inputs, origins, secrets, ignore } = this
    const begun = await this.orIneligible(stage.instructions[0]!.line, () => this.begin(stage))
    const scope = new Scope(this.args, this.globals, begun?.variables)
    const platform = begun?.platform ?? inputs.platform
    const sources = {
      ...{ stage, platform, origins, secrets, ignore, scope },
      context: origins.tree(inputs.context),
      execution: inputs.tools.execution(platform),
    }
    let key: Key = begun === undefined ? undefined : digestOf(JSON.stringify(begun.description))
    const base = key
    const steps: { instruction: Instruction; key: Key }[] = []
    for (const instruction of stage.instructions.slice(1)) {
      const step = await this.orIneligible(instruction.line, async () => ({
        description: await describeStep(this.lineOf(instruction), sources),
      }))
      key = step && key && digestOf(JSON.stringify([key, step.description]))
      applyToScope(instruction, scope)
      steps.push({ instruction, key })
    }
    return { stage, platform: begun?.platform, image: begun?.image, base, steps, key, scope }
  }

  /** What a stage begins with. */
  private async begin(stage: Stage) {
    const { inputs, origins } = this
    const { rest } = splitFlags(this.lineOf(stage.instructions[0]!).text)
    const written = words(rest)[0] ?? ''
    const name = expandInFrom(written, this.globals, this.args)
    if (name === undefined || name === '')
      throw new NotEligible(`what FROM names (${written}) depends on an unknown value`)
    if (/^\d+$/.test(name)) throw new NotEligible(`what FROM ${name} names can be read in several ways`)
    const platform = this.platformOf(stage)
    const salt = saltOf(inputs, platform)
    const origin = origins.named(name, stage)
    if (origin.kind === 'image' && origin.reference === 'scratch')
      return { platform, image: undefined, variables: new Map(), description: [salt, 'scratch'] }
    if (origin.kind === 'folder')
      throw new NotEligible(`it goes on from the build context “${name}”, a folder`)
    const key = await origins.key(origin, platform)
    if (origin.kind === 'stage') {
      const triggers = origin.stage.instructions.some(({ keyword }) => keyword === 'ONBUILD')
      if (triggers) throw new NotEligible(`the stage ${name} adds instructions (ONBUILD)`)
      const { scope } = await this.stage(origin.stage)
      return { platform, image: undefined, variables: scope.variables, description: [salt, ...key] }
    }
    const image = await origins.image(origin.reference, platform)
    if (image.onBuild.length > 0)
      throw new NotEligible(`the base image ${origin.reference} adds instructions of its own (ONBUILD)`)
    const variables = image.environment.map((each): [string, { text: string; identity: string }] => {
      const [, variable = each, value = ''] = /^([^=]*)=([\s\S]*)$/.exec(each) ?? []
      return [variable, { text: value, identity: value }]
    })
    // The name goes into the image, as an annotation.
    return {
      platform,
      image: origin.reference,
      variables: new Map(variables),
      description: [salt, ...key, name, origin.reference],
    }
  }

  private platformOf(stage: Stage): Platform {
    const written = platformOf(this.inputs.dockerfile, stage)
    if (written === undefined) return this.inputs.platform
    const text = expandInFrom(written, this.globals, this.args)
    if (text === undefined || text === '')
      throw new NotEligible(`the platform of the stage (${written}) depends on an unknown value`)
    try {
      return parsePlatform(text)
    } catch {
      throw new NotEligible(`${text} is no platform`)
    }
  }

  private async orIneligible<T>(line: number, compute: () => Promise<T>): Promise<T | undefined> {
    try {
      return await compute()
    } catch (error) {
      if (error instanceof NoKey) return undefined
      if (!(error instanceof NotEligible || error instanceof Unreadable)) throw error
      this.ineligible.push({ line, reason: error.message })
      return undefined
    }
  }
}

/** What makes a whole build one that can't be recognised. */
function wholeBuild(
  inputs: FingerprintInputs,
  lineOf: (instruction: Instruction) => LogicalLine,
): Ineligible[] {
  const { settings, dockerfile, tools } = inputs
  const reasons: string[] = []
  if (settings.timestamp === undefined)
    reasons.push('its layers have the time of the build (source-date-epoch: off)')
  if (dockerfile.path.endsWith('.in')) reasons.push('the Dockerfile goes through the C preprocessor (.in)')
  const unknown = unknownExtraArgument(settings.extraArgs)
  if (unknown !== undefined) reasons.push(`what extra-args brings in with ${unknown} isn’t known`)
  const instructions = dockerfile.stages.flatMap((stage) => [...stage.instructions])
  const heredoc = instructions.find((each) => (lineOf(each)?.heredocs.length ?? 0) > 0)
  return [
    ...reasons.map((reason) => ({ reason, line: undefined })),
    ...(heredoc !== undefined && !readsHeredocs(tools.podman.version)
      ? [{ reason: 'podman before 4.8 reads no here-documents', line: heredoc.line }]
      : []),
  ]
}

function readsHeredocs(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > 4 || (major === 4 && minor >= 8)
}
