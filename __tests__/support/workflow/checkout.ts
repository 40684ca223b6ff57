import { pathToFileURL } from 'node:url'

const INPUTS = ['fetch-depth', 'persist-credentials', 'submodules', 'lfs']

/** Whether a step is a checkout, of whatever version. */
export function isCheckout(uses: string): boolean {
  return /^actions\/checkout@\S+$/.test(uses)
}

/** @throws {Error} for an input that means nothing to {@link CHECKOUT} */
export function refuseOtherInputs(given: Readonly<Record<string, unknown>>): void {
  const foreign = Object.keys(given).find((name) => !INPUTS.includes(name))
  if (foreign !== undefined)
    throw new Error(`the driver does not know the input ${foreign} of actions/checkout`)
}

/**
 * The variables of {@link CHECKOUT}.
 * @throws {Error} when submodules or files of Git LFS are asked for
 */
export function checkoutVariables(
  caller: string,
  given: Readonly<Record<string, string>>,
): Record<string, string> {
  const more = ['submodules', 'lfs'].find((name) => ![undefined, '', 'false'].includes(given[name]))
  if (more !== undefined) throw new Error(`the driver’s checkout fetches no ${more}`)
  return { CALLER: pathToFileURL(caller).href, DEPTH: given['fetch-depth'] || '1' }
}

/**
 * What actions/checkout does, with the same refs
 * (https://github.com/actions/checkout/blob/main/src/ref-helper.ts). A file:// address makes shallow clones shallow,
 * and GitHub gives out any commit.
 */
export const CHECKOUT = `
fetch() { git fetch --quiet --upload-pack='git -c uploadpack.allowAnySHA1InWant=true upload-pack' "$@"; }
case $GITHUB_REF in
  refs/heads/*) here=refs/remotes/origin/\${GITHUB_REF#refs/heads/} ;;
  refs/pull/*) here=refs/remotes/pull/\${GITHUB_REF#refs/pull/} ;;
  *) here=$GITHUB_REF ;;
esac
git init --quiet
git remote add origin "$CALLER"
if [ "$DEPTH" = 0 ]; then
  fetch --prune origin '+refs/heads/*:refs/remotes/origin/*' '+refs/tags/*:refs/tags/*'
  if [ "$(git rev-parse --quiet --verify "$here^{commit}")" != "$GITHUB_SHA" ]; then
    fetch --no-tags origin "+$GITHUB_SHA:$here"
  fi
else
  fetch --no-tags --depth="$DEPTH" origin "+$GITHUB_SHA:$here"
fi
case $GITHUB_REF in
  refs/heads/*) git checkout --quiet --force -B "\${GITHUB_REF#refs/heads/}" "$here" ;;
  *) git checkout --quiet --force "$here" ;;
esac
printf 'ref=%s\\ncommit=%s\\n' "$GITHUB_REF" "$GITHUB_SHA" >>"$GITHUB_OUTPUT"
`
