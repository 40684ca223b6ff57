import type { Dockerfile, Instruction } from './parse.js'

/** A line by which podman announces what it does next: `[1/2] STEP 3/7: RUN make`. */
export interface Step {
  /** From 1; undefined in a build of one stage. */
  readonly stage: number | undefined
  /** From 1, FROM included. */
  readonly number: number
  readonly total: number
  readonly text: string
}

/** Reads a step line of podman's build log; undefined for any other line. */
export function parseStep(line: string): Step | undefined {
  const match = /^(?:\[(\d+)\/\d+\] )?STEP (\d+)\/(\d+): (.*)$/.exec(line)
  if (!match) return undefined
  return {
    stage: match[1] === undefined ? undefined : Number(match[1]),
    number: Number(match[2]),
    total: Number(match[3]),
    text: match[4]!,
  }
}

/**
 * The instruction that a step executes. podman numbers stages and steps in ways that differ by version (skipped
 * stages, steps that it adds), so the text decides and the numbers only choose among equals.
 */
export function instructionOfStep(dockerfile: Dockerfile, step: Step): Instruction | undefined {
  const wanted = comparable(step.text)
  const equal = dockerfile.stages.flatMap((stage) =>
    stage.instructions
      .map((instruction, at) => ({ instruction, stage: stage.index + 1, number: at + 1 }))
      .filter(({ instruction }) =>
        sameText(comparable(`${instruction.keyword} ${instruction.text}`), wanted),
      ),
  )
  const ranked = equal.sort((a, b) => distance(a, step) - distance(b, step))
  return ranked[0]?.instruction
}

function distance(candidate: { stage: number; number: number }, step: Step): number {
  const stages = step.stage === undefined ? 0 : Math.abs(candidate.stage - step.stage)
  return stages * 1000 + Math.abs(candidate.number - step.number)
}

/** An instruction's text in the form in which two writings of it are equal. */
export function comparable(text: string): string {
  const lines = text.split('\n').filter((line) => !/^\s*#/.test(line))
  const joined = lines.join('\n').replace(/\\[ \t]*\n/g, ' ')
  // Of a heredoc podman shows the first line only.
  const first = /<<[-"'A-Za-z]/.test(joined) ? joined.split('\n')[0]! : joined
  const [keyword = '', ...rest] = first.trim().split(/\s+/)
  return [keyword.toUpperCase(), ...rest].join(' ')
}

// Step lines may be cut, or go on with the body of a heredoc.
function sameText(instruction: string, step: string): boolean {
  return instruction === step || (instruction.includes('<<') && step.startsWith(instruction))
}
