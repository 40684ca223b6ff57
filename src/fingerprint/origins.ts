import { realpathSync } from 'node:fs'
import type { Dockerfile, Stage } from '../dockerfile/parse.js'
import type { Platform } from '../oci/platform.js'
import { type BuildContext, contextNamed } from './build-contexts.js'
import type { FileReader } from './file-reader.js'
import { Tree } from './tree.js'
import { type FingerprintInputs, type Key, NotEligible, type ResolvedImage } from './types.js'

/** What follows from something that has no key has none either. */
export class NoKey extends Error {}

/** Where `--from`, `from=` or FROM takes files from. */
export type Origin =
  | { readonly kind: 'stage'; readonly stage: Stage }
  | { readonly kind: 'image'; readonly reference: string }
  | { readonly kind: 'folder'; readonly tree: Tree }

/** Finds what names in a Dockerfile stand for. */
export class Origins {
  private readonly images = new Map<string, Promise<ResolvedImage>>()
  private readonly trees = new Map<string, Tree>()

  constructor(
    private readonly inputs: FingerprintInputs,
    private readonly contexts: ReadonlyMap<string, BuildContext>,
    private readonly reader: FileReader,
    private readonly keyOf: (stage: Stage) => Promise<Key>,
  ) {}

  /** The folder at a path of this machine. */
  tree(path: string): Tree {
    const known = this.trees.get(path)
    if (known !== undefined) return known
    const tree = new Tree(realpath(path), this.reader)
    this.trees.set(path, tree)
    return tree
  }

  /**
   * What a name means in a stage: a build context, an earlier stage, or an image.
   * @throws {NotEligible}
   */
  named(name: string, stage: Stage): Origin {
    const earlier = this.inputs.dockerfile.stages.slice(0, stage.index)
    const found = stageNamed(earlier, this.inputs.dockerfile, name)
    const context =
      contextNamed(this.contexts, name) ??
      (found?.name === undefined ? undefined : contextNamed(this.contexts, found.name))
    if (context !== undefined) return this.fromContext(name, context)
    if (found !== undefined) return { kind: 'stage', stage: found }
    return { kind: 'image', reference: name }
  }

  private fromContext(name: string, context: BuildContext): Origin {
    if (context.kind === 'image') return { kind: 'image', reference: context.reference }
    if (context.kind === 'other') {
      throw new NotEligible(`the build context “${name}” (${context.text}) is neither a folder nor an image`)
    }
    const tree = this.tree(context.path)
    if (tree.entry('')?.stats.isDirectory() !== true)
      throw new NotEligible(`the build context “${name}” (${context.path}) is no folder`)
    return { kind: 'folder', tree }
  }

  /**
   * The key of an origin that isn't a folder.
   * @throws {NotEligible}
   * @throws {NoKey}
   */
  async key(origin: Exclude<Origin, { kind: 'folder' }>, platform: Platform): Promise<readonly string[]> {
    if (origin.kind === 'image')
      return ['image', (await this.image(origin.reference, platform)).digest, platform.text]
    const key = await this.keyOf(origin.stage)
    if (key === undefined) throw new NoKey()
    return ['stage', key]
  }

  /**
   * An image in its registry.
   * @throws {NotEligible} when it isn't there
   */
  image(reference: string, platform: Platform): Promise<ResolvedImage> {
    const name = `${platform.text} ${reference}`
    const known = this.images.get(name)
    if (known !== undefined) return known
    const found = this.resolve(reference, platform)
    this.images.set(name, found)
    return found
  }

  private async resolve(reference: string, platform: Platform): Promise<ResolvedImage> {
    const found = await this.inputs.resolveImage(reference, platform)
    if (found === 'local') throw new NotEligible(`the image ${reference} is on this machine only`)
    if (found === undefined)
      throw new NotEligible(`which image ${reference} is now could not be told for ${platform.text}`)
    return found
  }
}

// What a path leads to is the root, and no link.
function realpath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}

/**
 * The stage that a name means among the earlier ones.
 * @throws {NotEligible} when it can't be told
 */
export function stageNamed(
  earlier: readonly Stage[],
  dockerfile: Dockerfile,
  name: string,
): Stage | undefined {
  if (/^\d+$/.test(name)) {
    const numbered = earlier[Number(name)]
    if (numbered === undefined) throw new NotEligible(`there is no earlier stage ${name}`)
    return numbered
  }
  const same = dockerfile.stages.filter((stage) => stage.name === name.toLowerCase())
  if (same.length > 1) throw new NotEligible(`several stages have the name “${name}”`)
  return same[0] !== undefined && earlier.includes(same[0]) ? same[0] : undefined
}
