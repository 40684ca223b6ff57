import { readFileSync } from 'node:fs'
import { parsePlatform } from '../../../src/oci/platform.js'
import { found, inShort } from './support/facts.js'
import { circumstancesOf, shape, shapes } from './support/shapes.js'

// Shapes of Dockerfiles that are in wide use, and all that is to be said of each.

const EXPECTED: Record<string, string[]> = {
  'alpine-tools': [],
  'arch-argument': ['2 hard-coded-architecture'],
  'base-image-arguments': [],
  'base-image-of-one-architecture': ['1 hard-coded-architecture'],
  'buildkit-flags': ['7 unsupported-flag'],
  'certificates-fixed-platform': [],
  'commit-argument-first': ['2 cache-busting-argument', '3 cache-busting-argument'],
  'debian-apt-repository': [],
  'debian-apt-repository-amd64': ['3 hard-coded-architecture'],
  'dotnet-cross': [],
  'dotnet-emulated': ['6 emulated-compile'],
  'dotnet-portable': ['6 emulated-compile'],
  'download-stage': ['5 emulated-download'],
  'download-stage-uname': [],
  'fixed-platform-shipped': ['1 fixed-platform'],
  'go-build-platform-forgotten-target': ['4 target-architecture-unused'],
  'go-cgo-sqlite': [],
  'go-cross-cache-mounts': [],
  'go-development-last': ['11 development-stage-last'],
  'go-distroless-emulated': ['7 emulated-compile'],
  'go-environment-arch': ['4 hard-coded-architecture', '7 emulated-compile'],
  'go-every-architecture-at-once': [],
  'go-hardcoded-arch': ['4 hard-coded-architecture', '4 emulated-compile'],
  'go-kubebuilder-manager': ['13 emulated-compile'],
  'go-make-workspace': [],
  'go-multi-target': [],
  'go-scratch-certificates': ['7 emulated-compile'],
  'go-single-stage': ['4 emulated-compile'],
  'go-stage-per-architecture': [],
  'go-ubi-toolset': ['3 emulated-compile'],
  'go-undeclared-targetarch': ['5 undeclared-platform-argument'],
  'go-xx-cgo': [],
  heredoc: [],
  'java-debian-home': ['3 hard-coded-architecture'],
  'java-gradle-cross': [],
  'java-jlink': [],
  'java-maven': ['6 emulated-compile'],
  'java-native-image': [],
  'java-spring-layers': ['6 emulated-compile'],
  'nginx-static': ['5 lost-in-oci-format'],
  'node-next-standalone': [],
  'node-npm-service': [],
  'node-pnpm-shared-base': ['13 emulated-compile'],
  'node-typescript-pruned': [],
  'node-typescript-service': ['7 emulated-compile'],
  'node-ubi-s2i': [],
  'node-vite-nginx-cross': [],
  'node-yarn-berry': ['7 emulated-compile'],
  'php-fpm-nginx': [],
  'postgres-like': [],
  'prebuilt-amd64': ['2 hard-coded-architecture'],
  'protoc-on-builder': [],
  'python-multiarch-library-path': ['3 hard-coded-architecture'],
  'python-poetry': ['14 lost-in-oci-format'],
  'python-slim-pip': [],
  'python-uv': [],
  'python-venv-multi-stage': [],
  'ruby-rails': [],
  'rust-cargo-chef': ['12 emulated-compile'],
  'rust-cross-case': [],
  'rust-musl-hardcoded': [
    '2 hard-coded-architecture',
    '5 hard-coded-architecture',
    '8 hard-coded-architecture',
  ],
  'shell-and-onbuild': ['2 lost-in-oci-format', '4 lost-in-oci-format'],
  'targetarch-default': ['3 platform-argument-default'],
  'tools-download-amd64': ['4 hard-coded-architecture', '6 hard-coded-architecture'],
  'tools-download-dpkg': [],
  'tools-download-targetarch': [],
}

const names = shapes()

test('each shape is in the table', () => expect(Object.keys(EXPECTED).sort()).toEqual([...names].sort()))

test.each(names)('%s', (name) => {
  expect(inShort(shape(name), circumstancesOf(name))).toEqual(EXPECTED[name])
})

test.each(names)('%s: where only native platforms are built nothing is emulated or missing', (name) => {
  const native = found(shape(name), {
    ...circumstancesOf(name),
    platforms: [parsePlatform('linux/amd64')],
    emulated: [],
  })
  expect(native.filter(({ rule }) => /emulated|hard-coded|fixed-platform|unused/.test(rule))).toEqual([])
})

test.each<[string, string[], string?]>([
  ['examples/gateway', [], 'production'],
  ['examples/gateway', ['55 development-stage-last']],
  ['__tests__/fixtures/gateway-emulated', ['26 emulated-compile'], 'production'],
  ['__tests__/fixtures/gateway-hardcoded-goarch', ['22 hard-coded-architecture'], 'production'],
  ['__tests__/fixtures/data-storage', []],
  ['__tests__/fixtures/db-migrate', []],
  ['__tests__/fixtures/must-gather', []],
  ['__tests__/fixtures/runtime', []],
  ['__tests__/fixtures/console', []],
  ['__tests__/fixtures/data-only', []],
])('%s: %j', (...[folder, expected, target]) => {
  expect(inShort(readFileSync(`${folder}/Dockerfile`, 'utf8'), { target })).toEqual(expected)
})
