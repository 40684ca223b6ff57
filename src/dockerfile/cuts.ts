import type { Instruction, Stage } from './parse.js'

// Of these the rest of a stage is built in another way when they stand in a base image: ONBUILD runs, an ENTRYPOINT takes a CMD
// away, what RUN writes into a VOLUME is lost.
// https://docs.docker.com/reference/dockerfile/#understand-how-cmd-and-entrypoint-interact
const NEED_ONE_BUILD = new Set(['VOLUME', 'ONBUILD', 'CMD'])

/**
 * Whether a stage can be built in two parts, the second from an image of what it was after an instruction, and gives what it
 * gives in one.
 */
export function canGoOnAfter(stage: Stage, after: Instruction): boolean {
  const done = stage.instructions.slice(1, stage.instructions.indexOf(after) + 1)
  return !done.some(
    (instruction, at) => NEED_ONE_BUILD.has(instruction.keyword) || isLate(instruction, done.slice(at + 1)),
  )
}

// ARGs are repeated in the second part, where all later variables have their values already.
function isLate({ keyword, assignments }: Instruction, later: readonly Instruction[]): boolean {
  const expands = assignments.some(({ form }) => form !== 'literal')
  return (
    keyword === 'ARG' && expands && later.some((each) => each.keyword === 'ENV' || each.keyword === 'ARG')
  )
}
