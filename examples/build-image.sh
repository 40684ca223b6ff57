#!/bin/sh
# Builds an image for several platforms, or for one. Copy it into your project: any POSIX shell runs it, in any folder.
#
#   IMG=quay.io/you/gateway:dev ./build-image.sh                                  amd64 and arm64, into podman
#   IMG=quay.io/you/gateway:dev PUSH=true ./build-image.sh                        pushed, and not left in podman
#   IMG=… MULTI_ARCH=false ./build-image.sh                                       this host's architecture, as $IMG-amd64
#   IMG=… MULTI_ARCH=false TARGETARCH=arm64 ./build-image.sh --target production  further options go to multiarch-build
#
# Other variables: CONTEXT, DOCKERFILE, PLATFORMS, and MULTIARCH_BUILD, the command.
set -eu

fail() {
  printf '%s: %s\n' "${0##*/}" "$1" >&2
  exit 2
}

host_architecture() {
  case $(uname -m) in
    x86_64) echo amd64 ;;
    aarch64) echo arm64 ;;
    i?86) echo 386 ;;
    loongarch64) echo loong64 ;;
    armv7l | armv8l) echo arm/v7 ;;
    armv6l) echo arm/v6 ;;
    *) uname -m ;;
  esac
}

# A copy of the program beside this script, the clone that this script is an example of, what is installed, what npm fetches.
multiarch_build() {
  here=$(dirname "$0")
  if [ -n "${MULTIARCH_BUILD:-}" ]; then
    # Words: a program and its arguments.
    set -f
    # shellcheck disable=SC2086
    set -- $MULTIARCH_BUILD "$@"
    set +f
  elif [ -e "$here/multiarch-build.mjs" ]; then
    set -- node "$here/multiarch-build.mjs" "$@"
  elif [ -e "$here/../merge/action.yml" ] && [ -e "$here/../dist/cli/index.js" ]; then
    set -- node "$here/../dist/cli/index.js" "$@"
  elif command -v multiarch-build >/dev/null; then
    set -- multiarch-build "$@"
  else
    set -- npx --yes '--package=github:kubernaut/multiarch-build#v1' multiarch-build "$@"
  fi
  exec "$@"
}

image=${IMG:-}
[ -n "$image" ] || fail 'IMG is not set: name the image with its tag, such as quay.io/you/gateway:dev'
case $image in *,*) fail "IMG is one image with its tag: $image" ;; esac

case ${MULTI_ARCH:-true} in
  true) platforms=${PLATFORMS:-linux/amd64,linux/arm64} ;;
  false)
    architecture=${TARGETARCH:-$(host_architecture)}
    platforms=linux/$architecture
    # Under another name, so that the image of one architecture never takes the place of the one for all. A tag can't have a slash.
    image=$image-$(printf %s "$architecture" | tr / -)
    ;;
  *) fail "MULTI_ARCH is true or false: $MULTI_ARCH" ;;
esac

case ${PUSH:-false} in
  true) push=true load=false ;;
  false) push=false load=true ;;
  *) fail "PUSH is true or false: $PUSH" ;;
esac

multiarch_build build --tags="$image" --platforms="$platforms" --context="${CONTEXT:-.}" --file="${DOCKERFILE:-}" \
  --push="$push" --load="$load" --layout=false "$@"
