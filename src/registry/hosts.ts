import type { Repository } from '../oci/reference.js'

// Docker Hub is written `docker.io`, stored by `docker login` under a version 1 URL, and served by a third host.
// https://github.com/distribution/reference/blob/v0.6.0/normalize.go
const DOCKER_HUB = 'docker.io'
const DOCKER_HUB_API = 'registry-1.docker.io'
const DOCKER_HUB_ALIASES = new Set([DOCKER_HUB, 'index.docker.io', DOCKER_HUB_API])

/** The key under which `docker login` keeps Docker Hub's credential, and its helpers look for it. */
export const DOCKER_HUB_SERVER_ADDRESS = 'https://index.docker.io/v1/'

/** A registry's one name: Docker Hub's aliases become `docker.io`, letters lower case. */
export function canonicalRegistry(host: string): string {
  const lower = host.toLowerCase()
  return DOCKER_HUB_ALIASES.has(lower) ? DOCKER_HUB : lower
}

/** The host, with port, that serves a registry's API. */
export function apiHost(registry: string): string {
  return canonicalRegistry(registry) === DOCKER_HUB ? DOCKER_HUB_API : registry
}

/** `<name>` of a repository as the API takes it; Docker Hub's one-part names are short for `library/…`. */
export function apiName(repository: Repository): string {
  const official = canonicalRegistry(repository.registry) === DOCKER_HUB && !repository.path.includes('/')
  return official ? `library/${repository.path}` : repository.path
}

/** Whether a host, with or without port, is this machine: `localhost`, 127.0.0.0/8 or `[::1]`. */
export function isLoopback(host: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i.test(host)
}
