import { resolve } from 'node:path'
import { NotEligible } from './types.js'

/** What a name of `--build-context` stands for. */
export type BuildContext =
  | { readonly kind: 'image'; readonly reference: string }
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'other'; readonly text: string }

/**
 * Reads `name=value` as podman does
 * (https://github.com/containers/buildah/blob/v1.41.0/pkg/parse/parse.go, `GetAdditionalBuildContext`).
 */
export function buildContexts(given: readonly string[]): ReadonlyMap<string, BuildContext> {
  return new Map(
    given.map((each) => {
      const [, name = each, value = ''] = /^([^=]*)=([\s\S]*)$/.exec(each) ?? []
      return [name, buildContext(value)]
    }),
  )
}

function buildContext(value: string): BuildContext {
  const image = /^(?:docker-image|container-image|docker):\/\/(.+)$/.exec(value)?.[1]
  if (image !== undefined) return { kind: 'image', reference: image }
  if (/^[A-Za-z][A-Za-z0-9+.-]*:|^git@|^github\.com\/|\.git(#|$)/.test(value))
    return { kind: 'other', text: value }
  return { kind: 'folder', path: resolve(value) }
}

/**
 * The build context of a name.
 * @throws {NotEligible} where it can't be told which is meant
 */
export function contextNamed(
  contexts: ReadonlyMap<string, BuildContext>,
  name: string,
): BuildContext | undefined {
  const exact = contexts.get(name)
  if (exact !== undefined) return exact
  // Names of stages may be written in any case, those of contexts may not, and images have several names.
  const last = (text: string) =>
    text
      .toLowerCase()
      .replace(/(?:@.*|:latest)$/, '')
      .split('/')
      .at(-1)
  const similar = [...contexts.keys()].find((each) => last(each) === last(name))
  if (similar === undefined) return undefined
  throw new NotEligible(`“${name}” may or may not mean the build context “${similar}”`)
}
