import { InputError, messageOf } from '../errors.js'
import { type Platform, parsePlatform, parsePlatforms } from '../oci/platform.js'
import { closest } from './closest.js'
import type { InputDefinition, OutputDefinition } from './contract.js'
import { completeInputs } from './inputs.js'
import { choice, items } from './values.js'

/** A runner's label, or several that it must have. */
export type RunnerLabels = string | readonly string[]

/** What is to be planned. */
export interface PlanRequest {
  /** Path of the file that lists the services, or its text. */
  readonly services: string
  /** Of services that name none. */
  readonly platforms: readonly Platform[]
  /** By platform. */
  readonly runners: ReadonlyMap<string, RunnerLabels>
  readonly base: string | undefined
  readonly all: boolean
  /** Whether what was changed and taken back counts: tags may stand on what was in between. */
  readonly everyCommit: boolean
  readonly push: 'auto' | 'true' | 'false'
}

/** Options of `plan`, in the order of the help. */
export const PLAN_OPTIONS: readonly InputDefinition[] = [
  { name: 'services', description: 'file that lists the services, or its text' },
  { name: 'platforms', description: 'platforms of services that name none' },
  { name: 'runners', description: 'platform=label or platform=["label","label"], one a line' },
  {
    name: 'base',
    description:
      'commit since which changes count, or auto: the base of a pull request, and on a branch the last commit up to which all was merged; without it all services are planned',
  },
  { name: 'all', description: 'plan all services, whatever changed', form: 'boolean' },
  { name: 'push', description: 'auto, true or false, as for a build: what the output push says of this run' },
]

/** What the step gives: each is JSON. */
export const PLAN_OUTPUTS: readonly OutputDefinition[] = [
  { name: 'build', description: 'Matrix with a job for each service and platform.' },
  { name: 'merge', description: 'Matrix with a job for each service; also the input `plan` of the merge.' },
  { name: 'services', description: 'Names of the services to build; `[]` if there are none.' },
  { name: 'unchanged', description: 'Names of the others.' },
  { name: 'push', description: '`true` or `false`: whether this run pushes.' },
  { name: 'reasons', description: 'Why each is built, by its name.' },
  {
    name: 'record',
    description:
      'Name under which the merge remembers that this commit is merged, for `base: auto` of later runs: the input `record` of the merge.',
  },
]

/** Native where GitHub has a runner for it. */
const RUNNERS: Readonly<Record<string, string>> = {
  'linux/amd64': 'ubuntu-24.04',
  'linux/arm64': 'ubuntu-24.04-arm',
}
const EMULATING_RUNNER = 'ubuntu-24.04'

/**
 * Reads the options of `plan`.
 * @throws {InputError}
 */
export function parsePlanRequest(given: Readonly<Record<string, string>>): PlanRequest {
  const names = PLAN_OPTIONS.map(({ name }) => name)
  const foreign = Object.keys(given).find((name) => !names.includes(name))
  if (foreign !== undefined) {
    const near = closest(foreign, names)
    throw new InputError(foreign, 'is no option of plan', {
      cure: near === undefined ? `use ${names.join(', ')}` : `did you mean ${near}?`,
    })
  }
  const services = given.services ?? ''
  if (services.trim() === '') {
    throw new InputError('services', 'is missing', {
      cure: 'name the file that lists the services, such as --services services.yaml',
    })
  }
  return {
    services,
    platforms: orInputError('platforms', () =>
      parsePlatforms(items(completeInputs({ platforms: given.platforms ?? '' }), 'platforms')),
    ),
    runners: parseRunners(given.runners ?? ''),
    base: parseBase(given.base ?? ''),
    all: parseAll(given.all ?? ''),
    everyCommit: false,
    push: choice({ push: given.push?.trim() || 'auto' }, 'push', ['auto', 'true', 'false']),
  }
}

/** The labels of the runner for a platform. */
export function runnerOf({ runners }: PlanRequest, { text }: Platform): RunnerLabels {
  return runners.get(text) ?? RUNNERS[text] ?? EMULATING_RUNNER
}

function parseBase(text: string): string | undefined {
  const base = text.trim()
  if (base === '') return undefined
  if (!base.startsWith('-') && !/[\s\0]/.test(base)) return base
  throw new InputError('base', `${JSON.stringify(base)} is no commit`, {
    cure: 'name a commit, a branch or a tag',
  })
}

function parseAll(text: string): boolean {
  if (/^(true|false|)$/i.test(text.trim())) return text.trim().toLowerCase() === 'true'
  throw new InputError('all', `${JSON.stringify(text)} is no boolean; allowed are true and false`)
}

function parseRunners(text: string): Map<string, RunnerLabels> {
  const runners = new Map<string, RunnerLabels>()
  for (const line of text.split('\n').map((each) => each.trim())) {
    if (line === '' || line.startsWith('#')) continue
    const at = line.indexOf('=')
    if (at < 1) {
      throw new InputError('runners', `${JSON.stringify(line)} is not of the form platform=label`, {
        cure: 'write one a line, such as linux/arm64=ubuntu-24.04-arm',
      })
    }
    const platform = orInputError('runners', () => parsePlatform(line.slice(0, at)))
    if (runners.has(platform.text)) throw new InputError('runners', `${platform.text} is there twice`)
    runners.set(platform.text, parseLabels(line.slice(at + 1).trim(), platform))
  }
  return runners
}

function parseLabels(text: string, { text: platform }: Platform): RunnerLabels {
  if (text === '') throw new InputError('runners', `${platform} has no label`)
  if (!text.startsWith('[')) return text
  const labels = orInputError('runners', () => JSON.parse(text) as unknown)
  if (Array.isArray(labels) && labels.length > 0 && labels.every((each) => typeof each === 'string' && each))
    return labels
  throw new InputError('runners', `${platform}: ${text} is no list of labels`, {
    cure: 'write a list in JSON, such as ["self-hosted","arm64"]',
  })
}

function orInputError<T>(input: string, parse: () => T): T {
  try {
    return parse()
  } catch (cause) {
    throw new InputError(input, messageOf(cause), { cause })
  }
}
