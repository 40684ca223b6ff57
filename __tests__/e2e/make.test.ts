import { existsSync } from 'node:fs'
import {
  BOTH,
  INCLUDE,
  inPodman,
  inRegistry,
  kind,
  mustMake,
  namesOf,
  project,
} from '../support/make-project.js'
import { must } from '../support/runner.js'
import { foreign, freshName, own, rawManifest } from '../support/world.js'

// Makefile.multiarch in a project of one service.

describe('one service', () => {
  let folder: string
  beforeAll(() => {
    folder = project(['runtime', 'rules'], `CONTEXT ?= rules\n${INCLUDE}`)
  })

  test('docker-build and docker-push, at the same time: one after the other, and what was built isn’t built again', async () => {
    const image = freshName()
    const said = await mustMake(folder, ['-j2', 'docker-push', 'docker-build', `IMG=${image}:1`])
    expect(said.match(/^Nothing to build/gm)).toHaveLength(1)
    expect(await inPodman(`${image}:1`)).toEqual(BOTH)
    expect(await inRegistry(`${image}:1`)).toEqual(BOTH)
  })

  test('docker-build-single: this host’s architecture, or another, beside the image of both', async () => {
    const image = 'localhost/make/single'
    await mustMake(folder, ['docker-build', `IMG=${image}:1`])
    await mustMake(folder, ['docker-build-single', `IMG=${image}:1`])
    await mustMake(folder, ['docker-build-single', `IMG=${image}:1`, `TARGETARCH=${foreign}`])
    await mustMake(folder, ['docker-build-single', `IMG=${image}:1`, 'TARGETARCH=arm/v7'])
    expect(await inPodman(`${image}:1`)).toEqual(BOTH)
    expect(await inPodman(`${image}:1-${own}`)).toEqual([`linux/${own}`])
    expect(await inPodman(`${image}:1-${foreign}`)).toEqual([`linux/${foreign}`])
    expect(await inPodman(`${image}:1-arm-v7`)).toEqual(['linux/arm'])
  })

  test('docker-verify leaves nothing in podman or the registry', async () => {
    const image = freshName()
    const said = await mustMake(folder, ['docker-verify', `IMG=${image}:1`, 'PLATFORMS=linux/arm64'])
    expect(said).toMatch(/^ {2}linux\/arm64 sha256:[0-9a-f]{64}$/m)
    expect(await namesOf(image)).toEqual([])
    expect(await rawManifest(`${image}:1`)).toBeUndefined()
  })

  test('docker-load: one architecture under the very name, for kind as an archive with that name', async () => {
    const image = 'localhost/make/load:1'
    const { path, archive, call } = kind()
    await mustMake(folder, [
      'docker-load',
      'CONTEXT=runtime',
      `IMG=${image}`,
      'KIND_CLUSTER=dev',
      `PATH=${path}`,
    ])
    expect(await inPodman(image)).toEqual([`linux/${own}`])
    const [load, what, file, ...rest] = call().split('|')
    expect([load, what, ...rest]).toEqual(['load', 'image-archive', '--name', 'dev', ''])
    expect(existsSync(file!)).toBe(false)
    const manifest = JSON.parse(await must(['tar', '-xOf', archive, 'manifest.json']))
    expect(manifest).toMatchObject([{ RepoTags: [image] }])
    const config = JSON.parse(await must(['skopeo', 'inspect', '--config', `docker-archive:${archive}`]))
    expect(config).toMatchObject({ architecture: own, config: { Entrypoint: ['/service'] } })
  })

  test.each([
    [
      'strict flags, .ONESHELL and everything exported',
      'SHELL := /bin/bash\n.SHELLFLAGS := -euo pipefail -c\n.ONESHELL:\nexport\n',
    ],
    ['a shell of several words', 'SHELL = /usr/bin/env bash -o pipefail\n.SHELLFLAGS = -ec\n'],
  ])('a Makefile with %s', async (_what, settings) => {
    const other = project(['rules'], `${settings}MAKEFLAGS += --warn-undefined-variables\n${INCLUDE}`)
    const image = freshName()
    const { path, archive } = kind()
    const more = [`IMG=${image}:1`, 'CONTEXT=rules', 'KIND_CLUSTER=dev', `PATH=${path}`]
    expect(await mustMake(other, ['docker-load', 'docker-push', ...more])).not.toContain('warning: undefined')
    expect(existsSync(archive)).toBe(true)
    expect(await inRegistry(`${image}:1`)).toEqual(BOTH)
  })

  test('VERSION is what Git says of the checkout, as a tag', async () => {
    const git = (...args: string[]) =>
      must(['git', '-c', 'user.name=t', '-c', 'user.email=t@t', ...args], { cwd: folder })
    await git('init', '--quiet')
    await git('commit', '--quiet', '--allow-empty', '-m', 'x')
    await git('tag', 'runtime/v1.0.0+a')
    const image = freshName()
    await mustMake(folder, ['docker-push', `REGISTRY=${image}`, 'SERVICE=x'])
    expect(await inRegistry(`${image}/x:runtime-v1.0.0-a`)).toEqual(BOTH)
  })
})
