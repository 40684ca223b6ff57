import { INPUTS, type InputDefinition, type InputName } from './contract.js'
import type { Values } from './inputs.js'

/** The inputs of a merge that mean the same as a build's. */
const SHARED = [
  'git-labels',
  'registry',
  'username',
  'password',
  'tls-verify',
  'immutable-tags',
  'retries',
  'verify',
  'verify-allow',
  'summary',
] as const satisfies readonly InputName[]

const shared = INPUTS.filter((input): input is Extract<(typeof INPUTS)[number], { name: Shared }> =>
  SHARED.some((name) => name === input.name),
)
type Shared = (typeof SHARED)[number]

/** Every input of the merge, in the order of the documentation. */
export const MERGE_INPUTS = [
  {
    name: 'image',
    description:
      'Repository name(s) without tag, one a line, as the legs had them. Default: every image that legs of this run handed over.',
  },
  {
    name: 'tags',
    description: 'Bare tags, or full references, one a line. Default: from the Git ref, as for a build.',
  },
  {
    name: 'platforms',
    description: 'Platforms that must be there, no more and no fewer.',
    default: 'linux/amd64,linux/arm64',
  },
  {
    name: 'plan',
    description:
      'Which images to merge and the platforms of each, in place of `image` and `platforms`: the output `merge` of a plan.',
  },
  {
    name: 'record',
    description:
      'Name under which it is remembered that all of this commit is merged: the output `record` of a plan.',
  },
  {
    name: 'digests',
    description:
      'What to merge, in place of what legs handed over: the output `digests` of one or several legs, one a line (of one image, or of several services), or references of images that anybody pushed, one a line.',
  },
  {
    name: 'name',
    description: 'Names of the artifacts that legs handed over begin with this. Default: as legs name them.',
  },
  { name: 'annotations', description: 'Annotations of the index, `name=value` one a line.' },
  {
    name: 'push',
    description: 'Whether to push: `auto` (as for a build), `true`, `false`.',
    default: 'auto',
  },
  { name: 'context', description: 'Folder of the checkout, which Git is asked about.', default: '.' },
  ...shared,
] as const satisfies readonly InputDefinition[]

/** The values of a merge's inputs. */
export type MergeInputs = Values<(typeof MERGE_INPUTS)[number]['name']>
