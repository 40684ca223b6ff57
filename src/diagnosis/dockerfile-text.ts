import { flagSince, unreadableHeredoc } from '../dockerfile/podman-syntax.js'
import { type FailedBuild, podmanSaid, type Rule } from './failed-build.js'

const heredoc: Rule = (failed) => {
  const found = unreadableHeredoc(failed.dockerfile, failed.podman.version)
  if (found === undefined || !podmanSaid(failed, /Unknown instruction|"\/<</)) return undefined
  return {
    cause: `podman ${failed.podman.version} can’t read the here-document at line ${found.line}`,
    cure: 'use podman 4.8 or newer, or write the commands with && and backslashes',
  }
}

const flag: Rule = (failed) => {
  const match = podmanSaid(failed, /(COPY|ADD|RUN) only supports the (.{1,300}) flags?/)
  if (match === undefined) return undefined
  const unknown = failed.instruction?.flags.find(({ name }) => !match[2]!.includes(`--${name}`))
  if (unknown === undefined) return undefined
  const name = `${match[1]} --${unknown.name}`
  const since = flagSince(name)
  return {
    cause: `podman ${failed.podman.version} doesn’t know ${name}`,
    cure: since === undefined ? `it knows ${match[2]}` : `use podman ${since} or newer, or do without it`,
  }
}

const unknownInstruction: Rule = (failed) => {
  const word = podmanSaid(failed, /Unknown instruction: "([^"]{1,60})"/i)?.[1]
  return word === undefined
    ? undefined
    : {
        cause: `${word} is no instruction of a Dockerfile`,
        cure: 'mend the word; where a line goes on, the one before it must end with a backslash',
      }
}

const ignoredSource: Rule = (failed) => {
  const match = podmanSaid(
    failed,
    /no items matching glob "([^"]+)" copied \(\d+ filtered out using ([^)\s]+)\)/,
  )
  return (
    match && {
      cause: `${match[1]} is hidden by ${match[2]}`,
      cure: `take it out of ${match[2]}, or add a line !PATH after the one that hides it`,
    }
  )
}

const missingSource: Rule = (failed) => {
  const path = podmanSaid(failed, /copier: stat: \[?"([^"]+)"\]?: no such file or directory/)?.[1]
  if (path === undefined) return undefined
  const from = failed.instruction?.flags.find(({ name }) => name === 'from')?.value
  if (from !== undefined) {
    return {
      cause: `${path} is not in ${stageName(failed, from)}`,
      cure: 'mend the path, or look at what that stage writes for this platform',
    }
  }
  const context = podmanSaid(failed, /checking on sources under "([^"]+)"/)?.[1] ?? 'the context'
  return {
    cause: `${path.replace(/^\//, '')} is not in the build context ${context}`,
    cure: 'mend the path, which counts from the context, or set context; is it built by an earlier step of the workflow, or not in Git?',
  }
}

function stageName({ dockerfile }: FailedBuild, from: string): string {
  const isStage = dockerfile.stages.some(
    ({ name, index }) => name === from.toLowerCase() || String(index) === from,
  )
  return isStage ? `stage ${from}` : from
}

const noTarget: Rule = (failed) => {
  const target = podmanSaid(failed, /target "([^"]+)" was not found/)?.[1]
  if (target === undefined) return undefined
  const names = failed.dockerfile.stages.flatMap((stage) => stage.name ?? [])
  return {
    cause: `the Dockerfile has no stage ${target}`,
    cure: names.length === 0 ? 'it names none: remove target' : `set target to one of ${names.join(', ')}`,
  }
}

const noSecret: Rule = (failed) => {
  const id = podmanSaid(failed, /secret required but no secret with id "?([^\s"]+)"? found/)?.[1]
  return id === undefined
    ? undefined
    : {
        cause: `the secret ${id} was not given`,
        cure: `give it with secrets, secret-envs or secret-files: ${id}=…`,
      }
}

const noFrom: Rule = (failed) =>
  podmanSaid(failed, /no FROM statement found|requires a FROM instruction/) && {
    cause: 'the Dockerfile has no FROM',
    cure: 'begin it with FROM, such as FROM scratch; is file the right one?',
  }

/** What podman can't do with the Dockerfile or doesn't find in the context. */
export const DOCKERFILE_RULES: readonly Rule[] = [
  heredoc,
  flag,
  unknownInstruction,
  ignoredSource,
  missingSource,
  noTarget,
  noSecret,
  noFrom,
]
