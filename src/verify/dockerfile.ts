import type { Dockerfile, Instruction, Stage } from '../dockerfile/parse.js'
import { stageChain } from '../dockerfile/stages.js'
import type { Finding } from './verdict.js'

const FOR_WORK = /^(?:dev|devel|development|debug|test|tests|testing|lint|ci|local|build|builder)$/
const FOR_USE = /^(?:prod|production|release|final|runtime|deploy|app|dist|prod-.*|production-.*)$/

/** What a Dockerfile says that the published image won't have, or that will be published and hardly was meant. */
export function verifyDockerfile(
  dockerfile: Dockerfile,
  { target, format }: { readonly target: string | undefined; readonly format: 'oci' | 'docker' },
): Finding[] {
  const warning = (
    instruction: Instruction,
    finding: Pick<Finding, 'found' | 'expected' | 'cause' | 'cure'>,
  ): Finding => ({
    severity: 'warning',
    platform: undefined,
    ...finding,
    location: { file: dockerfile.path, line: instruction.line, endLine: instruction.endLine },
  })
  const findings: Finding[] = []
  const last = target === undefined ? forgottenTarget(dockerfile.stages) : undefined
  if (last) {
    findings.push(
      warning(last.published.instructions[0]!, {
        found: `that the stage ${last.published.name} is published, being the last`,
        expected: `${last.meant.name}, by its name`,
        cause: 'no target is given',
        cure: `set target: ${last.meant.name}, or target: ${last.published.name} if that is meant`,
      }),
    )
  }
  for (const instruction of format === 'oci' ? dropped(stageChain(dockerfile, target)) : []) {
    findings.push(
      warning(instruction, {
        found: `${instruction.keyword}, which OCI’s format has no place for, so that podman drops it`,
        expected: 'only what the image can hold',
        cause: 'format is oci',
        cure: `set format: docker to keep ${instruction.keyword}, or remove it`,
      }),
    )
  }
  return findings
}

function forgottenTarget(stages: readonly Stage[]): { published: Stage; meant: Stage } | undefined {
  const published = stages.at(-1)
  const meant = stages.slice(0, -1).findLast(({ name }) => name !== undefined && FOR_USE.test(name))
  if (published?.name === undefined || meant === undefined || !FOR_WORK.test(published.name)) return undefined
  return { published, meant }
}

/** The last of each kind, since one is as good as many. */
function dropped(chain: readonly Stage[]): Instruction[] {
  const instructions = [...chain].reverse().flatMap((stage) => stage.instructions)
  return ['HEALTHCHECK', 'SHELL', 'ONBUILD']
    .map((keyword) => instructions.findLast((instruction) => instruction.keyword === keyword))
    .filter((instruction) => instruction !== undefined)
    .filter(({ keyword, text }) => keyword !== 'HEALTHCHECK' || text.trim().toUpperCase() !== 'NONE')
}
