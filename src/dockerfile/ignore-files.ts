/**
 * Ignore files by name, the one first that podman prefers; behind a Dockerfile's own name they are for that Dockerfile
 * (https://github.com/containers/buildah/blob/v1.41.0/pkg/parse/parse.go, `ContainerIgnoreFile`).
 */
export const IGNORE_FILES = ['.containerignore', '.dockerignore'] as const
