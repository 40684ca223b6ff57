import { earlyArguments } from '../dockerfile/early-arguments.js'
import type { Instruction } from '../dockerfile/parse.js'
import { changed, linesAt } from './edits.js'
import type { Edit, Facts, Found } from './finding.js'

/** Arguments with another value in each build, declared before steps that don't name them (docs/traps.md, 25). */
export function cacheBustingArgument(facts: Facts): Found[] {
  return earlyArguments(facts.dockerfile, facts.target, facts.moving).map(({ name, declaration, step }) => {
    const replacement = moved(facts, declaration, name)
    return {
      message: `${name} has another value in every build and is declared before the RUN of line ${step.line}, which sees it: from there on every step runs every time`,
      cure: `move ARG ${name} down to where it is used`,
      location: { file: facts.dockerfile.path, line: declaration.line, endLine: declaration.endLine },
      ...(replacement && { replacement }),
    }
  })
}

/** The declaration before the first instruction that names the argument. */
function moved(facts: Facts, declaration: Instruction, name: string): Edit[] | undefined {
  const { line, endLine, assignments } = declaration
  if (line !== endLine || assignments.length !== 1) return undefined
  const stage = facts.dockerfile.stages.find(({ instructions }) => instructions.includes(declaration))!
  const user = stage.instructions
    .slice(stage.instructions.indexOf(declaration) + 1)
    .find(({ text }) => new RegExp(`\\b${name}\\b`).test(text))
  if (user === undefined) return undefined
  return [
    { line, endLine, text: '' },
    changed(facts, user, (text) => text, [linesAt(facts, declaration).trim()]),
  ]
}
