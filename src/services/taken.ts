import { type LogicalLine, linesOf } from '../dockerfile/lines.js'
import { type Instruction, parseDockerfile, type Stage } from '../dockerfile/parse.js'
import { targetStage } from '../dockerfile/stages.js'
import { splitFlags, words } from '../fingerprint/flags.js'
import { parseMount } from '../fingerprint/mounts.js'
import { stageNamed } from '../fingerprint/origins.js'
import { type Arguments, expandInFrom, globalScope, Scope } from '../fingerprint/scope.js'
import { applyToScope } from '../fingerprint/steps.js'
import { NotEligible } from '../fingerprint/types.js'

/** What one instruction takes of the build context. */
export interface Taken {
  /** As COPY names it, variables replaced; undefined where it can't be told. */
  readonly source: string | undefined
  /** Whether the ignore file hides things from it. */
  readonly obeysIgnoreFile: boolean
  readonly keyword: string
  readonly line: number
}

/** A Dockerfile, and for what it is read. */
export interface Reading {
  readonly path: string
  readonly text: string
  readonly target: string | undefined
  readonly args: Arguments
}

const KNOWN_FLAGS = /^(from|chown|chmod|link|parents|exclude|checksum|keep-git-dir|unpack)$/
const ADDRESS = /^[A-Za-z][A-Za-z0-9+.-]*:\/\/|^git@/

/**
 * What building the target takes of the build context.
 * @throws {NotEligible} when it can't be told; the message is the reason
 */
export function takenFromContext(reading: Reading): Taken[] {
  const visit = new Visit(reading)
  visit.target()
  return visit.found
}

class Visit {
  readonly found: Taken[] = []
  private readonly dockerfile
  private readonly lineOf: (instruction: Instruction) => LogicalLine
  private readonly globals: Scope
  private readonly scopes = new Map<Stage, Scope>()

  constructor(private readonly reading: Reading) {
    const { path, text, args } = reading
    this.dockerfile = parseDockerfile(text, path)
    const { of, doubts } = linesOf(this.dockerfile, text)
    if (doubts[0] !== undefined) throw new NotEligible(doubts[0].problem)
    this.lineOf = of
    this.globals = globalScope(this.dockerfile, args)
  }

  target(): void {
    const { target } = this.reading
    const stage = targetStage(this.dockerfile, target)
    if (stage === undefined) throw new NotEligible('the Dockerfile has no such stage')
    // Throws where several have the name.
    if (target !== undefined) stageNamed(this.dockerfile.stages, this.dockerfile, target)
    this.stage(stage)
  }

  /** @returns the variables at its end */
  private stage(stage: Stage): Scope {
    const known = this.scopes.get(stage)
    if (known !== undefined) return known
    const scope = new Scope(this.reading.args, this.globals, this.base(stage)?.variables)
    this.scopes.set(stage, scope)
    for (const instruction of stage.instructions.slice(1)) {
      const line = this.lineOf(instruction)
      if (line.keyword === 'RUN') this.run(line, stage, scope)
      if (line.keyword === 'COPY' || line.keyword === 'ADD') this.copy(line, stage, scope)
      applyToScope(instruction, scope)
    }
    return scope
  }

  private base(stage: Stage): Scope | undefined {
    const { rest } = splitFlags(this.lineOf(stage.instructions[0]!).text)
    const written = words(rest)[0] ?? ''
    const name = expandInFrom(written, this.globals, this.reading.args)
    if (name === undefined || name === '' || /^\d+$/.test(name))
      throw new NotEligible(`what FROM names (${written}) can’t be told`)
    const base = this.named(name, stage)
    const adds = base === undefined ? /onbuild/i.test(name) : hasTriggers(base)
    if (adds) throw new NotEligible(`${name} adds instructions of its own (ONBUILD)`)
    return base && this.stage(base)
  }

  private named(name: string, stage: Stage): Stage | undefined {
    return stageNamed(this.dockerfile.stages.slice(0, stage.index), this.dockerfile, name)
  }

  private from(written: string, stage: Stage, scope: Scope): void {
    const name = scope.expand(written)
    if (name === undefined) throw new NotEligible(`what is taken from ${written} depends on an unknown value`)
    const other = this.named(name, stage)
    if (other !== undefined) this.stage(other)
  }

  private run({ text, line }: LogicalLine, stage: Stage, scope: Scope): void {
    const { flags, rest } = splitFlags(text)
    if (rest.startsWith('--')) throw new NotEligible(`the flags of line ${line} can be read in several ways`)
    for (const { name, value } of flags) {
      if (name !== 'mount') continue
      const written = /["'\\]/.test(value) ? undefined : scope.expand(value)
      if (written === undefined) throw new NotEligible(`the mount in line ${line} can’t be told`)
      const { type, options } = parseMount(written)
      const from = options.get('from')
      if (from !== undefined) this.from(from, stage, scope)
      if (from !== undefined || type !== 'bind') continue
      const source = options.get('source') ?? options.get('src') ?? '.'
      this.found.push({ source, obeysIgnoreFile: false, keyword: 'RUN --mount', line })
    }
  }

  private copy({ keyword, text, line }: LogicalLine, stage: Stage, scope: Scope): void {
    const { flags, rest } = splitFlags(text)
    const from = flags.filter(({ name }) => name === 'from')
    for (const { value } of from) this.from(value, stage, scope)
    const isClear = !rest.startsWith('--') && flags.every(({ name }) => KNOWN_FLAGS.test(name))
    if (from.length > 0 && isClear) return
    const named = words(rest)
      .slice(0, -1)
      .filter((word) => !/^\d*<</.test(word))
      .map((word) => scope.expand(word))
      .filter((path) => !(keyword === 'ADD' && path !== undefined && ADDRESS.test(path)))
    const sources = isClear ? named : [undefined]
    this.found.push(...sources.map((source) => ({ source, obeysIgnoreFile: true, keyword, line })))
  }
}

function hasTriggers(stage: Stage): boolean {
  return stage.instructions.some(({ keyword }) => keyword === 'ONBUILD')
}
