# Puts a bare Debian or Ubuntu in order for the tests and the demo. Sourced; then `setup` does all of it, or its
# parts are called one by one. Runs as root or as a user who may `sudo -n`. Says one line for each thing it really
# did and nothing when all was there; everything else goes to a log, which is shown when something fails.
# shellcheck shell=bash

SETUP_REPO=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
SETUP_CACHE=${MULTIARCH_TEST_CACHE:-/var/cache/multiarch-build-tests}
SETUP_LOG=
# RUN steps without an OCI runtime: works on a runner, in a container and where cgroups are mixed.
export BUILDAH_ISOLATION=${BUILDAH_ISOLATION:-chroot}

setup_say() { printf '%s\n' "$*" >&2; }

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n env "PATH=$PATH" "$@"; fi
}

# step TEXT CMD…: does it, tells of it, keeps what it printed
step() {
  local text=$1 start=$SECONDS
  shift
  [ -n "$SETUP_LOG" ] || SETUP_LOG=$(mktemp "${TMPDIR:-/tmp}/multiarch-build-setup.XXXXXX.log")
  printf '\n== %s: %s\n' "$text" "$*" >>"$SETUP_LOG"
  if ! "$@" >>"$SETUP_LOG" 2>&1 </dev/null; then
    setup_say "setup: $text: failed; the last lines of $SETUP_LOG:"
    tail -n 15 "$SETUP_LOG" >&2
    return 1
  fi
  setup_say "setup: $text ($((SECONDS - start)) s)"
}

# --- Debian packages -------------------------------------------------------------------------------------------

# What is needed, how to see that it is there, and the packages that bring it, by the names different releases
# use: the first that this release knows is installed.
SETUP_NEEDS='
podman               command:podman                                    podman
skopeo               command:skopeo                                    skopeo
qemu                 file:/usr/bin/qemu-aarch64-static:/usr/bin/qemu-aarch64  qemu-user-static qemu-user
binfmt               file:/usr/lib/binfmt.d/qemu-FOREIGN.conf          qemu-user-static qemu-user-binfmt
registry             command:docker-registry                           docker-registry
crun                 command:crun                                      crun
fuse-overlayfs       command:fuse-overlayfs                            fuse-overlayfs
netavark             file:/usr/lib/podman/netavark:/usr/libexec/podman/netavark  netavark
uidmap               command:newuidmap                                 uidmap
rootless-network     command:slirp4netns:pasta                         slirp4netns passt
mmdebstrap           command:mmdebstrap                                mmdebstrap
debian-keys          file:/usr/share/keyrings/debian-archive-keyring.gpg  debian-archive-keyring
htpasswd             command:htpasswd                                  apache2-utils
jq                   command:jq                                        jq
git                  command:git                                       git
make                 command:make                                      make
certificates         file:/etc/ssl/certs/ca-certificates.crt           ca-certificates
ps                   command:pkill                                     procps
ip                   command:ip                                        iproute2
'

# there PROBE: one of the alternatives exists
there() {
  local kind=${1%%:*} one rest=${1#*:}
  local IFS=:
  for one in $rest; do
    case $kind in
      command) command -v "$one" >/dev/null 2>&1 && return 0 ;;
      file) [ -e "$one" ] && return 0 ;;
    esac
  done
  return 1
}

setup_packages() {
  local name probe packages package policy foreign wanted=() updated=
  case $(uname -m) in aarch64) foreign=x86_64 ;; *) foreign=aarch64 ;; esac
  command -v apt-get >/dev/null || { setup_say "setup: this needs Debian or Ubuntu (apt-get)"; return 3; }
  while read -r name probe packages; do
    [ -n "$name" ] || continue
    if there "${probe//FOREIGN/$foreign}"; then continue; fi
    if [ -z "$updated" ]; then
      step "reading the package lists" as_root apt-get -q update || return 1
      updated=yes
    fi
    for package in $packages; do
      # A name can be known as a mere mention (no candidate): that does not count.
      policy=$(apt-cache policy "$package" 2>/dev/null)
      [[ $policy =~ Candidate:\ [^\(] ]] || continue
      wanted+=("$package")
      break
    done
  done <<<"$SETUP_NEEDS"
  [ ${#wanted[@]} -gt 0 ] || return 0
  mapfile -t wanted < <(printf '%s\n' "${wanted[@]}" | sort -u)
  step "installing ${wanted[*]}" install_packages "${wanted[@]}"
}

install_packages() {
  local policy=/usr/sbin/policy-rc.d made="" rc=0
  # Debian starts what it installs; a registry on port 5000 is not what a developer asked for.
  if [ ! -e "$policy" ]; then
    made=yes
    printf '#!/bin/sh\nexit 101\n' | as_root tee "$policy" >/dev/null
    as_root chmod 755 "$policy"
  fi
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=120 install --no-install-recommends "$@" || rc=$?
  [ -z "$made" ] || as_root rm -f "$policy"
  case " $* " in
    *' docker-registry '*) if command -v systemctl >/dev/null; then as_root systemctl disable docker-registry 2>/dev/null || true; fi ;;
  esac
  return "$rc"
}

# --- Node ------------------------------------------------------------------------------------------------------

# node_in_cache MAJOR: prints the folder to put on PATH. The npm package node-linux-<machine> is what the npm
# package `node` would fetch by an install script, which many npm configurations forbid.
node_in_cache() {
  local dir=$SETUP_CACHE/node/$1 arch=x64 log_before=$SETUP_LOG
  [ "$(uname -m)" = x86_64 ] || arch=arm64
  if [ ! -x "$dir/bin/node" ]; then
    as_root mkdir -p "$dir" || return 1
    step "fetching Node $1" as_root npm install --prefix "$dir" --no-save --no-package-lock --no-audit --no-fund \
      "node-linux-$arch@$1" npm@11 || return 1
    as_root mkdir -p "$dir/bin"
    as_root ln -sf ../node_modules/npm/bin/npm-cli.js "$dir/bin/npm"
    as_root ln -sf ../node_modules/npm/bin/npx-cli.js "$dir/bin/npx"
    # Last: its being there says that all is.
    as_root ln -sf "../node_modules/node-linux-$arch/bin/node" "$dir/bin/node"
    # Mostly called in a subshell, of whose log nobody else knows.
    if [ -z "$log_before" ]; then rm -f "$SETUP_LOG"; SETUP_LOG=; fi
  fi
  echo "$dir/bin"
}

setup_node() {
  local dir major=0
  if command -v node >/dev/null; then major=$(node -p 'process.versions.node.split(".")[0]' 2>/dev/null || echo 0); fi
  if [ "$major" -ge 20 ] && command -v npm >/dev/null; then return 0; fi
  if [ ! -x "$SETUP_CACHE/node/24/bin/node" ] && ! command -v npm >/dev/null; then
    step "reading the package lists" as_root apt-get -q update || return 1
    # Debian's own Node may be too old for the product; its npm is good enough to fetch a newer one.
    step "installing npm" install_packages npm || return 1
  fi
  dir=$(node_in_cache 24) || return 1
  export PATH=$dir:$PATH
}

setup_modules() {
  local have=$SETUP_REPO/node_modules/.package-lock.json
  [ -e "$SETUP_REPO/package-lock.json" ] || return 0
  if [ -e "$have" ] && [ ! "$SETUP_REPO/package-lock.json" -nt "$have" ]; then return 0; fi
  # As the one who owns the checkout would run it: no files of root's in a user's folder.
  step "npm ci" npm ci --prefix "$SETUP_REPO" --no-audit --no-fund || return 1
  touch "$have"
}

# --- the kernel's list of emulators ----------------------------------------------------------------------------

setup_binfmt() {
  [ -e /proc/sys/fs/binfmt_misc/register ] && return 0
  step "mounting binfmt_misc" as_root mount -t binfmt_misc binfmt_misc /proc/sys/fs/binfmt_misc
}

setup() {
  setup_packages && setup_node && setup_modules && setup_binfmt || return
  # Nothing failed: the log is of no further use.
  [ -z "$SETUP_LOG" ] || rm -f "$SETUP_LOG"
  SETUP_LOG=
}
