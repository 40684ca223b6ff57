import type { Facts, Found } from './finding.js'

const FOR_WORK = /^(?:dev|devel|development|debug|test|tests|testing|lint|ci|local|build|builder)$/
const FOR_USE = /^(?:prod|production|release|final|runtime|deploy|app|dist|prod-.*|production-.*)$/

/** A stage for work that is published because it is the last one (docs/traps.md, 24). */
export function developmentStageLast({ dockerfile, target }: Facts): Found[] {
  if (target !== undefined) return []
  const published = dockerfile.stages.at(-1)
  const meant = dockerfile.stages
    .slice(0, -1)
    .findLast(({ name }) => name !== undefined && FOR_USE.test(name))
  if (published?.name === undefined || meant === undefined || !FOR_WORK.test(published.name)) return []
  const { line, endLine } = published.instructions[0]!
  return [
    {
      message: `no target is given, so the stage ${published.name} is published, being the last; ${meant.name} is likely to be meant`,
      cure: `set target: ${meant.name}, or target: ${published.name} if that is meant`,
      location: { file: dockerfile.path, line, endLine },
    },
  ]
}
