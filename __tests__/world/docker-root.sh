# Makes the root folder with a Docker engine and buildx, of Debian's testing branch, once, in the cache folder. No test
# needs it: scripts/bench measures against it. Sourced by `run`.
# shellcheck shell=bash

# Named after what it was made from, as the roots with other podmans are.
ROOT_DOCKER=$CACHE/docker-$(sha256sum "$WORLD_DIR/docker-root.sh" | cut -c1-12)

make_docker() {
  [ ! -e "$ROOT_DOCKER/.made" ] || return 0
  local log old
  mkdir -p "$CACHE"
  exec 9>"$CACHE/docker.lock"
  flock 9
  if [ ! -e "$ROOT_DOCKER/.made" ]; then
    for old in "$CACHE"/docker-*/; do
      old=${old%/}
      # A running world holds its root's lock.
      if [ -d "$old" ] && flock --nonblock "$old.lock" true; then rm -rf "$old" "$old.lock"; fi
    done
    say "making the root with a Docker engine (some 30 s)"
    rm -rf "$ROOT_DOCKER" "$ROOT_DOCKER.partial"
    log=$(mktemp)
    mmdebstrap --quiet --variant=minbase --architectures="$HOST_ARCH" \
      --aptopt='Acquire::Check-Valid-Until "false"' --aptopt='Acquire::Retries "3"' \
      --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/man/*' \
      --dpkgopt='path-exclude=/usr/share/locale/*' \
      --include=docker.io,docker-cli,docker-buildx,ca-certificates,procps,libstdc++6,libatomic1 \
      forky "$ROOT_DOCKER.partial" >"$log" 2>&1 || { tail -20 "$log" >&2; fail "making the root with a Docker engine ($log)"; }
    rm "$log"
    touch "$ROOT_DOCKER.partial/.made"
    mv "$ROOT_DOCKER.partial" "$ROOT_DOCKER"
  fi
  exec 9>&-
}
