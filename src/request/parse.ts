import { resolve } from 'node:path'
import { InputError } from '../errors.js'
import { isPlatformArgument, type Platform } from '../oci/platform.js'
import type { Repository } from '../oci/reference.js'
import { parseAnnotations } from './annotations.js'
import type { BuildRequest, Leg, PodmanBuildSettings, Secret } from './build-request.js'
import { parseBuilders } from './builders.js'
import { parseCache } from './cache.js'
import { contextPath, dockerfilePath } from './dockerfile-path.js'
import { checkExtraArgs } from './extra-args.js'
import type { GitFacts } from './git.js'
import { gitLabels } from './git-labels.js'
import { immutableAmong } from './immutable-tags.js'
import type { Inputs } from './inputs.js'
import { parseLogins, passwords } from './logins.js'
import { automaticPush, type PushDecision, wantedPush } from './push.js'
import { parseReferences, parseUntagged, platformsOf } from './references.js'
import { parseSmokeTest } from './smoke-test.js'
import { boolean, choice, items, lines, pairs, wholeNumber } from './values.js'

/**
 * 1980-01-01: the earliest time that zip archives can hold, which Python's wheels are; nixpkgs uses it for that reason
 * (https://nixos.org/manual/nixpkgs/stable/#sec-source-date-epoch).
 */
export const CONSTANT_TIME = 315_532_800

/**
 * Turns inputs into a request.
 * @throws {InputError} naming the input, the value and what is allowed
 */
export function parseBuildRequest(inputs: Inputs, git: GitFacts, env: NodeJS.ProcessEnv): BuildRequest {
  const platforms = platformsOf(inputs)
  const context = contextPath(inputs.context)
  const isLeg = ['digest', 'layout'].includes(inputs.push.trim())
  const { repositories, references, notices } = isLeg ? parseUntagged(inputs) : parseReferences(inputs, git)
  const push = parsePush(inputs, git, repositories)
  if (isLeg && boolean(inputs, 'load')) {
    throw new InputError('load', 'needs a tag, and what is merged later has none yet', {
      cure: 'load the image where it is merged, or build it there with push: false',
    })
  }
  // A leg sets no tag, and its label is to have the version of those that the merge sets.
  const hasVersion = inputs.tags.trim() !== '' || git.ref?.kind === 'tag'
  const meant = isLeg && hasVersion ? parseReferences(inputs, git) : undefined
  const fromGit = gitLabels(inputs, git, repositories[0]!, meant?.references ?? references)
  const format = choice(inputs, 'format', ['oci', 'docker'])
  const annotations = parseAnnotations(lines(inputs, 'annotations'), 'manifest')
  if (format === 'docker' && annotations.length > 0) {
    throw new InputError('annotations', 'Docker’s format has no annotations', {
      cure: 'use format: oci, or labels',
    })
  }
  const layout = choice(inputs, 'layout', ['auto', 'true', 'false'])
  const leg = isLeg ? { handsOver: handsOver(push.push, layout), commit: git.commit } : undefined
  return {
    repositories,
    references,
    platforms,
    context,
    dockerfile: dockerfilePath(inputs.file.trim(), context),
    build: parseBuildSettings(inputs, platforms, format, env),
    secrets: parseSecrets(inputs, env),
    labels: pairs(inputs, 'labels'),
    gitLabels: fromGit.labels,
    annotations,
    qemu: choice(inputs, 'qemu', ['auto', 'always', 'never']),
    ...(inputs['qemu-image'].trim() !== '' && { qemuImage: imageName(inputs['qemu-image'].trim()) }),
    builders: parseBuilders(inputs, platforms),
    builderFallback: boolean(inputs, 'builder-fallback'),
    maxParallel: inputs['max-parallel'] === '' ? undefined : wholeNumber(inputs, 'max-parallel', 1, 1000),
    cache: parseCache(inputs, git),
    push: push.push,
    leg,
    immutable: immutableAmong(references, lines(inputs, 'immutable-tags')),
    load: boolean(inputs, 'load'),
    keepLayout: layout !== 'false' || (leg !== undefined && leg.handsOver !== 'record'),
    logins: parseLogins(
      lines(inputs, 'registry'),
      lines(inputs, 'username'),
      passwords(inputs),
      repositories,
      push.push,
    ),
    tlsVerify: boolean(inputs, 'tls-verify'),
    retries: wholeNumber(inputs, 'retries', 1, 100),
    verify: choice(inputs, 'verify', ['strict', 'warn', 'off']),
    lint: choice(inputs, 'lint', ['warn', 'error', 'off']),
    verifyAllow: items(inputs, 'verify-allow'),
    smokeTest: parseSmokeTest(inputs),
    summary: boolean(inputs, 'summary'),
    checkRuns: boolean(inputs, 'check-runs') ? { token: inputs['github-token'].trim() } : undefined,
    notices: [...notices, push.notice, fromGit.notice].filter((notice) => notice !== undefined),
  }
}

function handsOver(pushed: boolean, layout: 'auto' | 'true' | 'false'): Leg['handsOver'] {
  if (layout === 'true') return 'image'
  if (pushed) return 'record'
  return layout === 'auto' ? 'image' : 'manifest'
}

function parsePush(inputs: Inputs, git: GitFacts, repositories: readonly Repository[]): PushDecision {
  const word = choice(inputs, 'push', ['auto', 'true', 'false', 'digest', 'layout'])
  if (word === 'auto') return automaticPush(git)
  return word === 'true' || word === 'digest'
    ? wantedPush(git, repositories, passwords(inputs))
    : { push: false }
}

function parseBuildSettings(
  inputs: Inputs,
  platforms: readonly Platform[],
  format: 'oci' | 'docker',
  env: NodeJS.ProcessEnv,
): PodmanBuildSettings {
  return {
    target: inputs.target.trim() || undefined,
    buildArgs: parseBuildArgs(inputs, platforms),
    buildContexts: [...pairs(inputs, 'build-contexts')].map(([name, value]) => `${name}=${value}`),
    ssh: lines(inputs, 'ssh'),
    addHosts: [...pairs(inputs, 'add-hosts', ':')].map(([name, value]) => `${name}:${value}`),
    network: inputs.network.trim() || undefined,
    shmSize: inputs['shm-size'].trim() || undefined,
    ulimits: [...pairs(inputs, 'ulimit')].map(([name, value]) => `${name}=${value}`),
    pull: boolean(inputs, 'pull'),
    extraArgs: checkExtraArgs(lines(inputs, 'extra-args')),
    format,
    timestamp: parseTimestamp(inputs, env),
  }
}

function parseBuildArgs(inputs: Inputs, platforms: readonly Platform[]): string[] {
  const args = lines(inputs, 'build-args')
  for (const argument of args) {
    const name = argument.split('=', 1)[0]!
    if (!/^[A-Za-z_][A-Za-z0-9_.-]*$/.test(name)) {
      throw new InputError('build-args', `${JSON.stringify(argument)} is not of the form NAME=value`)
    }
    if (isPlatformArgument(name) && platforms.length > 1) {
      throw new InputError('build-args', `${name} would have one value for all platforms`, {
        cure: `remove it: each platform’s build has its own ${name}; the Dockerfile only needs “ARG ${name}” without a default`,
      })
    }
  }
  return args
}

function parseTimestamp(inputs: Inputs, env: NodeJS.ProcessEnv): number | undefined {
  const text = inputs['source-date-epoch'].trim()
  if (text === 'off') return undefined
  const value = text === 'auto' ? (env.SOURCE_DATE_EPOCH ?? '') : text
  if (value === '') return CONSTANT_TIME
  if (/^\d{1,11}$/.test(value)) return Number(value)
  throw new InputError(
    text === 'auto' ? 'SOURCE_DATE_EPOCH' : 'source-date-epoch',
    `${JSON.stringify(value)} is no number of seconds; allowed are auto, off and seconds since 1970`,
  )
}

function parseSecrets(inputs: Inputs, env: NodeJS.ProcessEnv): Secret[] {
  const texts = [...pairs(inputs, 'secrets')].map(([id, text]) => ({ id, source: { text } }))
  const variables = [...pairs(inputs, 'secret-envs')].map(([id, variable]) => {
    const text = env[variable]
    if (text === undefined) throw new InputError('secret-envs', `${id}: the variable ${variable} is not set`)
    return { id, source: { text } }
  })
  const files = [...pairs(inputs, 'secret-files')].map(([id, path]) => ({
    id,
    source: { file: resolve(path) },
  }))
  const secrets = [...texts, ...variables, ...files]
  for (const { id } of secrets) {
    // The id goes into podman's comma-separated --secret and names a file.
    if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(id)) {
      throw new InputError(
        'secrets',
        `${JSON.stringify(id)} is no id; allowed are letters, digits, ., _ and -`,
      )
    }
  }
  return secrets
}

// It becomes an argument of podman run, where a dash would make it an option.
function imageName(text: string): string {
  if (/^[\w][\w.:/@-]*$/.test(text)) return text
  throw new InputError('qemu-image', `${JSON.stringify(text)} is no name of an image`)
}
