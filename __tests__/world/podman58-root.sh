# Makes the root folder with the podman of Debian's testing branch, once, in the cache folder. Sourced by `run`.
# shellcheck shell=bash

# Named after what it was made from: an edit here makes another one and leaves alone what a running world stands on.
ROOT58=$CACHE/podman58-$(sha256sum "$WORLD_DIR/podman58-root.sh" | cut -c1-12)

make_podman58() {
  [ ! -e "$ROOT58/.made" ] || return 0
  local log old
  mkdir -p "$CACHE"
  exec 9>"$CACHE/podman58.lock"
  flock 9
  if [ ! -e "$ROOT58/.made" ]; then
    for old in "$CACHE"/podman58-*/; do
      old=${old%/}
      # A running world holds its root's lock.
      if [ -d "$old" ] && flock --nonblock "$old.lock" true; then rm -rf "$old" "$old.lock"; fi
    done
    say "making the podman 5.8 root (some 30 s)"
    rm -rf "$ROOT58" "$ROOT58.partial"
    log=$(mktemp)
    mmdebstrap --quiet --variant=minbase --architectures="$HOST_ARCH" \
      --aptopt='Acquire::Check-Valid-Until "false"' --aptopt='Acquire::Retries "3"' \
      --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/man/*' \
      --dpkgopt='path-exclude=/usr/share/locale/*' \
      --include=podman,skopeo,crun,netavark,passt,nftables,ca-certificates,uidmap,git,procps,qemu-user,qemu-user-binfmt,sudo,libstdc++6,libatomic1,jq \
      forky "$ROOT58.partial" >"$log" 2>&1 || { tail -20 "$log" >&2; fail "making the podman 5.8 root ($log)"; }
    rm "$log"
    # Emulators of machines that nobody builds images for are two thirds of the folder.
    find "$ROOT58.partial/usr/bin" -name 'qemu-*' ! -name 'qemu-aarch64*' ! -name 'qemu-arm' ! -name 'qemu-arm-static' \
      ! -name 'qemu-x86_64*' ! -name 'qemu-s390x*' ! -name 'qemu-ppc64le*' -delete
    # Without CAP_SYS_RESOURCE (containers, some virtual machines) podman may not raise limits: keep to what there is.
    mkdir -p "$ROOT58.partial/etc/containers/containers.conf.d"
    printf '[containers]\ndefault_ulimits = ["nofile=20000:20000", "nproc=30000:30000"]\n' \
      >"$ROOT58.partial/etc/containers/containers.conf.d/ulimits.conf"
    # A runner's user may sudo without a password, and the product asks that way (sudo -n) to register an emulator.
    # The unprivileged user of the host-user world may not: both kinds of host are tested.
    echo "$TEST_USER ALL=(ALL) NOPASSWD: ALL" >"$ROOT58.partial/etc/sudoers.d/test-user"
    chmod 440 "$ROOT58.partial/etc/sudoers.d/test-user"
    touch "$ROOT58.partial/.made"
    mv "$ROOT58.partial" "$ROOT58"
  fi
  exec 9>&-
}
