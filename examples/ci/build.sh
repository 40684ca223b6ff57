#!/bin/sh
# Builds an image for several architectures, and pushes it unless it is that of a pull request. For any CI that has a
# shell, podman, Node and Git; more in docs/other-ci.md.
#
#   IMAGE            repository without tag, such as quay.io/organisation/name
#   PULL_REQUEST     number of the pull request, if it is one: nothing is pushed then
#   GIT_TAG          else the Git tag, if it is one
#   GIT_BRANCH       else the branch
#   REGISTRY_USERNAME, REGISTRY_PASSWORD   login; without them those that podman has (REGISTRY_AUTH_FILE)
#   PLATFORMS        linux/amd64,linux/arm64
#   CONTEXT          the working folder
#   CACHE_DIR        folder that is kept between runs; ~/.cache/multiarch-build/cache
#   RESULTS          folder for metadata.json, digest and digest-linux-amd64 …; image-results
#   MULTIARCH_BUILD  the command
set -eu

MULTIARCH_BUILD=${MULTIARCH_BUILD:-npx --yes --package=github:kubernaut/multiarch-build#v1 multiarch-build}
RESULTS=${RESULTS:-image-results}

# What an earlier run left would be a part of the context.
rm -rf "$RESULTS"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM

tag_of() { printf %s "$1" | tr -cs 'A-Za-z0-9_.-' -; }

set -- --image "${IMAGE:?}" --platforms "${PLATFORMS:-linux/amd64,linux/arm64}" --context "${CONTEXT:-.}" --layout false
set -- "$@" --cache directory --cache-dir "${CACHE_DIR:-$HOME/.cache/multiarch-build/cache}"
if [ -n "${PULL_REQUEST:-}" ]; then
  set -- "$@" --tags "pr-$PULL_REQUEST" --push=false --cache-write=false
elif [ -n "${GIT_TAG:-}" ]; then
  case $GIT_TAG in v[0-9]*) tag=${GIT_TAG#v} ;; *) tag=$GIT_TAG ;; esac
  set -- "$@" --tags "$(tag_of "$tag")" --git-labels always --push
else
  commit=$(git -c safe.directory='*' rev-parse HEAD)
  set -- "$@" --tags "$(tag_of "${GIT_BRANCH:?}")" --tags "sha-$(printf %.7s "$commit")" --push
fi

if [ -z "${PULL_REQUEST:-}" ] && [ -n "${REGISTRY_PASSWORD:-}" ]; then
  export REGISTRY_AUTH_FILE="$work/auth.json"
  printf %s "$REGISTRY_PASSWORD" | podman login --username "$REGISTRY_USERNAME" --password-stdin "${IMAGE%%/*}" >&2
fi
unset REGISTRY_PASSWORD

$MULTIARCH_BUILD build "$@" --json >"$work/metadata.json"

mkdir -p "$RESULTS"
cp "$work/metadata.json" "$RESULTS/"
node -e '
  const { writeFileSync } = require("fs")
  const [from, folder] = process.argv.slice(1)
  const { digest, digests } = JSON.parse(require("fs").readFileSync(from, "utf8"))
  writeFileSync(`${folder}/digest`, digest)
  for (const [platform, each] of Object.entries(digests))
    writeFileSync(`${folder}/digest-${platform.replaceAll("/", "-")}`, each)
  console.log(digest)
' "$work/metadata.json" "$RESULTS"
