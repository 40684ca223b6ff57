import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { InputError, MergeError } from '../errors.js'
import type { Host } from '../host/host.js'
import { recordPrefix } from '../legs/record.js'
import { parseRepository } from '../oci/reference.js'
import { mergeImages } from '../pipeline/merge.js'
import { type HandedOver, readRecords } from '../pipeline/merge-sources.js'
import { refuseOvertaken, writeMerged } from '../pipeline/merged-commit.js'
import { type ImageReport, imagesMetadata, imagesOutputs, imagesSummary } from '../report/images.js'
import { type GitFacts, gitFacts } from '../request/git.js'
import { completeValues } from '../request/inputs.js'
import { passwords } from '../request/logins.js'
import { MERGE_INPUTS, type MergeInputs } from '../request/merge-contract.js'
import {
  imagesOfDigests,
  type PlannedImage,
  parseMergeRequest,
  parsePlannedImages,
} from '../request/merge-request.js'
import { boolean, items } from '../request/values.js'

/** What a merge runs in. */
interface Surroundings {
  readonly host: Host
  readonly env: NodeJS.ProcessEnv
  readonly signal: AbortSignal
  readonly onTag: (reference: string) => void
}

/** Merges what the command line names. @returns the `metadata` object */
export async function mergeFromCommandLine(
  given: Readonly<Record<string, string>>,
  host: Host,
  signal: AbortSignal,
  onTag: (reference: string) => void,
): Promise<Record<string, unknown>> {
  return runMerge(completeValues(given, MERGE_INPUTS), host, signal, onTag)
}

/** From inputs to outputs: what the merge's step and the command line have in common. @returns the `metadata` object */
export async function runMerge(
  inputs: MergeInputs,
  host: Host,
  signal: AbortSignal,
  onTag: (reference: string) => void,
): Promise<Record<string, unknown>> {
  for (const password of passwords(inputs)) host.mask(password)
  if (inputs.record.trim() !== '' && inputs.plan.trim() === '') {
    throw new InputError(
      'record',
      'is given without plan, and a merge of less than was planned is not all of it',
      {
        cure: 'give plan, the output merge of multiarch-build/plan, or leave record out',
      },
    )
  }
  const run = { host, env: process.env, signal, onTag }
  const git = await gitFacts(inputs, run)
  const folder = await mkdtemp(join(process.env.RUNNER_TEMP || tmpdir(), 'multiarch-build-records-'))
  try {
    const record = inputs.record.trim()
    if (record !== '') await refuseOvertaken(record, run)
    const reports = await mergeAll(inputs, git, await handedOver(inputs, folder, run), run)
    if (record !== '' && git.commit !== undefined && reports.every(({ pushed }) => pushed))
      await writeMerged(record, git.commit, run)
    const isList = inputs.image.trim() === ''
    for (const [name, value] of imagesOutputs(reports, isList)) host.setOutput(name, value)
    if (boolean(inputs, 'summary')) await host.summarize(imagesSummary(reports, 'merged'))
    for (const { index, repositories, pushed } of reports)
      host.info(`${pushed ? 'pushed' : 'merged'} ${repositories[0]!.text}@${index.digest}`)
    return imagesMetadata(reports, isList)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function mergeAll(
  inputs: MergeInputs,
  git: GitFacts,
  records: readonly HandedOver[],
  run: Surroundings,
): Promise<ImageReport[]> {
  const nameOf = ({ record }: HandedOver) => record.repositories[0]!.text
  const of = (image: string) => records.filter((each) => nameOf(each) === image)
  const images = [...new Set(records.map(nameOf))]
  const requests = wanted(inputs, images).map(({ image, 'verify-allow': allowed = '', ...own }) => {
    const both = `${inputs['verify-allow']}\n${allowed}`
    return parseMergeRequest({ ...inputs, ...own, 'verify-allow': both }, git, namesOf(image, of(image)))
  })
  for (const notice of new Set(requests.flatMap(({ notices }) => notices))) run.host.notice(notice)
  const toMerge = requests.map((request) => ({ request, handedOver: of(request.repositories[0]!.text) }))
  return mergeImages(toMerge, run)
}

/** The images that are to be merged: those of a plan or of digests, the one that was named, or all that were handed over. */
function wanted(inputs: MergeInputs, handedOver: readonly string[]): readonly PlannedImage[] {
  const { image, platforms } = inputs
  if (inputs.plan.trim() !== '') return parsePlannedImages(inputs)
  if (image.trim() !== '') return [{ image, platforms }]
  if (inputs.digests.trim() !== '') return imagesOfDigests(inputs) ?? [{ image, platforms }]
  return handedOver.map((each) => ({ image: each, platforms }))
}

/** All names that an image's legs pushed it to. */
function namesOf(image: string, group: readonly HandedOver[]): string {
  const names = group.flatMap(({ record }) => record.repositories.map(({ text }) => text))
  return [...new Set([image, ...names])].join('\n')
}

async function handedOver(
  inputs: MergeInputs,
  folder: string,
  { host }: Surroundings,
): Promise<HandedOver[]> {
  if (inputs.digests.trim() !== '') return []
  if (host.artifacts === undefined) {
    throw new InputError(
      'digests',
      'is missing, and this is no job of a workflow run, whose legs could be found',
      {
        cure: 'give the output digests of the builds, or references of the images to merge',
      },
    )
  }
  const [image] = items(inputs, 'image')
  const prefix = inputs.name.trim() || recordPrefix(image === undefined ? undefined : parseRepository(image))
  const names = await (await host.artifacts()).fetch(prefix, folder)
  if (names.length === 0 && image === undefined) {
    throw new MergeError('no leg of this run has handed anything over', {
      cure: 'build with push: digest in the jobs before this one, and let this one need them',
    })
  }
  return readRecords(names.map((name) => join(folder, name)))
}
