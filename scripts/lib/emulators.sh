# The kernel's list of emulators (binfmt_misc) belongs to the whole machine: what tests and demo add, they take back.
# Sourced after setup.sh (as_root).
# shellcheck shell=bash

BINFMT=/proc/sys/fs/binfmt_misc
EMULATORS_BEFORE=
EMULATORS_LEFT=

emulators_listed() { find "$BINFMT" -maxdepth 1 -type f ! -name register ! -name status -printf '%f\n' 2>/dev/null | sort; }

emulators_remember() {
  EMULATORS_BEFORE=$(emulators_listed)
  EMULATORS_LEFT=yes
}

# Takes back what was added since emulators_remember, by whomever.
emulators_restore() {
  [ -n "$EMULATORS_LEFT" ] || return 0
  local name
  while read -r name; do
    [ -z "$name" ] || echo -1 | as_root tee "$BINFMT/$name" >/dev/null || true
  done < <(comm -13 <(printf '%s\n' "$EMULATORS_BEFORE") <(emulators_listed))
}

# emulator_on MACHINE (aarch64, x86_64, …): as systemd would at boot, where nobody did
emulator_on() {
  # Whatever it is called: distributions, Docker and this product's own names differ.
  if grep -qsE "^interpreter .*(qemu-$1|/$1-binfmt)" "$BINFMT"/*; then return 0; fi
  # printf, not cat: the kernel wants the line without its end, and its backslashes as they are.
  printf '%s' "$(cat "/usr/lib/binfmt.d/qemu-$1.conf")" | as_root tee "$BINFMT/register" >/dev/null
}
