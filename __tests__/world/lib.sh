# What all scripts of the test world share. Sourced, never run.
# shellcheck shell=bash

WORLD_DIR=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck disable=SC2034  # for the scripts that source this
REPO=$(cd "$WORLD_DIR/../.." && pwd)
# Things that take long to make and never change: base images, roots with other podmans, Node versions.
CACHE=${MULTIARCH_TEST_CACHE:-/var/cache/multiarch-build-tests}
export MULTIARCH_TEST_CACHE=$CACHE

case $(uname -m) in
  x86_64) HOST_ARCH=amd64 FOREIGN_ARCH=arm64 ;;
  aarch64) HOST_ARCH=arm64 FOREIGN_ARCH=amd64 ;;
  *) echo "the test world knows amd64 and arm64 hosts, not $(uname -m)" >&2; exit 3 ;;
esac
export HOST_ARCH FOREIGN_ARCH

say() { printf '%s\n' "$*" >&2; }
fail() { say "error: $*"; exit 1; }

# Start the calling script again as root. -E keeps the environment, and PATH is given by hand because sudo
# replaces it whatever -E says.
become_root() {
  [ "$(id -u)" = 0 ] || exec sudo -nE env "PATH=$PATH" "$0" "$@"
}

# The processor's name as the kernel, QEMU and Debian's binfmt files say it.
machine_of() { case $1 in amd64) echo x86_64 ;; arm64) echo aarch64 ;; *) echo "$1" ;; esac; }
