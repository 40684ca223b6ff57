# Makes the root folders with other podmans than this machine's, of Debian's releases, once, in the cache folder. Sourced
# by `run`.
# shellcheck shell=bash

# suite_of NAME: the release that has that podman
suite_of() {
  case $1 in
    podman54) echo trixie ;;
    podman58) echo forky ;;
    *) fail "there is no root $1" ;;
  esac
}

# Named after what they were made from: an edit here makes others and leaves alone what a running world stands on.
PODMAN_ROOTS=$(sha256sum "$WORLD_DIR/podman-root.sh" | cut -c1-12)
podman_root() { echo "$CACHE/$1-$PODMAN_ROOTS"; }

make_podman() {
  local name=$1 root suite log old
  root=$(podman_root "$name")
  suite=$(suite_of "$name")
  [ ! -e "$root/.made" ] || return 0
  mkdir -p "$CACHE"
  exec 9>"$CACHE/$name.lock"
  flock 9
  if [ ! -e "$root/.made" ]; then
    for old in "$CACHE/$name"-*/; do
      old=${old%/}
      # A running world holds its root's lock. What another checkout used lately it will use again.
      if [ -d "$old" ] && flock --nonblock "$old.lock" true && [ -z "$(find "$old.lock" -mtime -2)" ]; then
        rm -rf "$old" "$old.lock"
      fi
    done
    say "making the root $name, of Debian’s $suite (some 30 s)"
    rm -rf "$root" "$root.partial"
    log=$(mktemp)
    mmdebstrap --quiet --variant=minbase --architectures="$HOST_ARCH" \
      --aptopt='Acquire::Check-Valid-Until "false"' --aptopt='Acquire::Retries "3"' \
      --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/man/*' \
      --dpkgopt='path-exclude=/usr/share/locale/*' \
      --include=podman,skopeo,crun,netavark,passt,nftables,ca-certificates,uidmap,git,procps,qemu-user,qemu-user-binfmt,sudo,libstdc++6,libatomic1,jq \
      "$suite" "$root.partial" >"$log" 2>&1 || { tail -20 "$log" >&2; fail "making the root $name ($log)"; }
    rm "$log"
    # Emulators of machines that nobody builds images for are two thirds of the folder.
    find "$root.partial/usr/bin" -name 'qemu-*' ! -name 'qemu-aarch64*' ! -name 'qemu-arm' ! -name 'qemu-arm-static' \
      ! -name 'qemu-x86_64*' ! -name 'qemu-s390x*' ! -name 'qemu-ppc64le*' -delete
    # Without CAP_SYS_RESOURCE (containers, some virtual machines) podman may not raise limits: keep to what there is.
    mkdir -p "$root.partial/etc/containers/containers.conf.d"
    printf '[containers]\ndefault_ulimits = ["nofile=20000:20000", "nproc=30000:30000"]\n' \
      >"$root.partial/etc/containers/containers.conf.d/ulimits.conf"
    # A runner's user may sudo without a password, and the product asks that way (sudo -n) to register an emulator.
    # The unprivileged user of the host-user world may not: both kinds of host are tested.
    echo "$TEST_USER ALL=(ALL) NOPASSWD: ALL" >"$root.partial/etc/sudoers.d/test-user"
    chmod 440 "$root.partial/etc/sudoers.d/test-user"
    touch "$root.partial/.made"
    mv "$root.partial" "$root"
  fi
  exec 9>&-
}
