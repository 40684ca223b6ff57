import { baseImageWithoutPlatform } from './base-image-without-platform.js'
import { cacheBustingArgument } from './cache-busting-argument.js'
import { gitFolderInContext, largeContext, nodeModulesInContext } from './context-rules.js'
import { developmentStageLast } from './development-stage-last.js'
import { emulatedCompile } from './emulated-compile.js'
import { emulatedDownload } from './emulated-download.js'
import type { Rule } from './finding.js'
import { fixedPlatform } from './fixed-platform.js'
import { hardCodedArchitecture } from './hard-coded-architecture.js'
import { ineffectiveIgnorePattern } from './ignore-file.js'
import { lostInOciFormat } from './lost-in-oci-format.js'
import { platformArgumentDefault, undeclaredPlatformArgument } from './platform-arguments.js'
import { heredocQuoting, volumeBeforeWrites } from './podman-differences.js'
import { targetArchitectureUnused } from './target-architecture-unused.js'
import { unknownBuildArgument } from './unknown-build-argument.js'
import { unsupportedFlag } from './unsupported-flag.js'

/** Every rule, those about a wrong image first. Each has a page of its name in docs/lint. */
export const RULES = [
  { id: 'base-image-without-platform', find: baseImageWithoutPlatform },
  { id: 'hard-coded-architecture', find: hardCodedArchitecture },
  { id: 'fixed-platform', find: fixedPlatform },
  { id: 'target-architecture-unused', find: targetArchitectureUnused },
  { id: 'platform-argument-default', find: platformArgumentDefault },
  { id: 'undeclared-platform-argument', find: undeclaredPlatformArgument },
  { id: 'node-modules-in-context', find: nodeModulesInContext },
  { id: 'development-stage-last', find: developmentStageLast },
  { id: 'lost-in-oci-format', find: lostInOciFormat },
  { id: 'unsupported-flag', find: unsupportedFlag },
  { id: 'unknown-build-argument', find: unknownBuildArgument },
  { id: 'volume-before-writes', find: volumeBeforeWrites },
  { id: 'heredoc-quoting', find: heredocQuoting },
  { id: 'ineffective-ignore-pattern', find: ineffectiveIgnorePattern },
  { id: 'emulated-compile', find: emulatedCompile },
  { id: 'emulated-download', find: emulatedDownload },
  { id: 'cache-busting-argument', find: cacheBustingArgument },
  { id: 'git-folder-in-context', find: gitFolderInContext },
  { id: 'large-context', find: largeContext },
] as const satisfies readonly Rule[]

/** Name of a rule. */
export type RuleId = (typeof RULES)[number]['id']
