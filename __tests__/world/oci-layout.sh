# Writes an OCI image layout with tar, gzip and jq alone: the stand-ins need no podman, no storage, no emulator
# and come out the same byte for byte. Sourced; LAYOUT names the folder.
# shellcheck shell=bash

layout_init() {
  mkdir -p "$LAYOUT/blobs/sha256" "$LAYOUT/layers"
  echo '{"imageLayoutVersion":"1.0.0"}' >"$LAYOUT/oci-layout"
  [ -e "$LAYOUT/index.json" ] || echo '{"schemaVersion":2,"manifests":[]}' >"$LAYOUT/index.json"
}

# blob FILE -> sha256:…; moves the file into the layout
blob() {
  local sum
  sum=$(sha256sum <"$1" | cut -d' ' -f1)
  mv "$1" "$LAYOUT/blobs/sha256/$sum"
  echo "sha256:$sum"
}

# layer NAME FOLDER: the folder's content as a layer, remembered under NAME
layer() {
  local tmp diff_id digest
  tmp=$(mktemp "$LAYOUT/tmp.XXXXXX")
  tar --create --directory "$2" --sort=name --mtime=@0 --numeric-owner --xattrs --format=posix \
    --pax-option=exthdr.name=%d/PaxHeaders/%f,delete=atime,delete=ctime . >"$tmp.tar"
  diff_id=sha256:$(sha256sum <"$tmp.tar" | cut -d' ' -f1)
  gzip -n -5 <"$tmp.tar" >"$tmp"
  rm "$tmp.tar"
  digest=$(blob "$tmp")
  jq -n --arg digest "$digest" --arg diff_id "$diff_id" --argjson size "$(stat -c %s "$LAYOUT/blobs/${digest/://}")" \
    '{$digest, $diff_id, $size}' >"$LAYOUT/layers/$1.json"
}

has_layer() { [ -s "$LAYOUT/layers/$1.json" ]; }

# image ARCH CONFIG LAYER… -> descriptor of its manifest, with its platform
image() {
  local arch=$1 config=$2 tmp config_digest manifest
  shift 2
  tmp=$(mktemp "$LAYOUT/tmp.XXXXXX")
  (cd "$LAYOUT/layers" && jq -s --arg arch "$arch" --argjson config "$config" '{
      created: "1970-01-01T00:00:00Z", architecture: $arch, os: "linux", config: $config,
      rootfs: {type: "layers", diff_ids: map(.diff_id)},
      history: map({created: "1970-01-01T00:00:00Z", created_by: "stand-in for tests"})
    }' "${@/%/.json}") >"$tmp"
  config_digest=$(blob "$tmp")
  (cd "$LAYOUT/layers" && jq -s --arg digest "$config_digest" \
    --argjson size "$(stat -c %s "$LAYOUT/blobs/${config_digest/://}")" '{
      schemaVersion: 2, mediaType: "application/vnd.oci.image.manifest.v1+json",
      config: {mediaType: "application/vnd.oci.image.config.v1+json", $digest, $size},
      layers: map({mediaType: "application/vnd.oci.image.layer.v1.tar+gzip", digest, size})
    }' "${@/%/.json}") >"$tmp"
  manifest=$(blob "$tmp")
  jq -cn --arg digest "$manifest" --argjson size "$(stat -c %s "$LAYOUT/blobs/${manifest/://}")" --arg arch "$arch" \
    '{mediaType: "application/vnd.oci.image.manifest.v1+json", $digest, $size,
      platform: {os: "linux", architecture: $arch}}'
}

# name_it REFERENCE DESCRIPTOR: (re)places the reference in index.json
name_it() {
  local tmp
  tmp=$(mktemp "$LAYOUT/tmp.XXXXXX")
  jq --arg ref "$1" --argjson d "$2" '.manifests |= (map(select(.annotations["org.opencontainers.image.ref.name"] != $ref))
      + [$d + {annotations: {"org.opencontainers.image.ref.name": $ref}}])' "$LAYOUT/index.json" >"$tmp"
  mv "$tmp" "$LAYOUT/index.json"
}

# index REFERENCE DESCRIPTOR…: an image index over the images, under a name
index() {
  local ref=$1 tmp digest
  shift
  tmp=$(mktemp "$LAYOUT/tmp.XXXXXX")
  printf '%s\n' "$@" | jq -s '{schemaVersion: 2, mediaType: "application/vnd.oci.image.index.v1+json", manifests: .}' >"$tmp"
  digest=$(blob "$tmp")
  name_it "$ref" "$(jq -cn --arg digest "$digest" --argjson size "$(stat -c %s "$LAYOUT/blobs/${digest/://}")" \
    '{mediaType: "application/vnd.oci.image.index.v1+json", $digest, $size}')"
}
