import { type Ground, groundImage, stepImages } from '../../../src/builder/step-images.js'
import { type Instruction, parseDockerfile } from '../../../src/dockerfile/parse.js'
import type { Inspected } from '../../../src/podman/images.js'

const [stage, twin] = parseDockerfile(
  `FROM registry.example/base
USER root
ARG X=1
RUN echo hello "$X" \\
  && echo more > /x
COPY f g /dir/
RUN --mount=type=cache,target=/c echo hi
FROM registry.example/base
USER root
ARG X=1
RUN echo hello "$X" && echo more > /x
COPY f /dir/
RUN other
`,
  'Dockerfile',
).stages
const base: Inspected = {
  Id: 'base',
  Os: 'linux',
  Architecture: 'amd64',
  Size: 100,
  History: [{ created_by: 'somebody' }],
  RootFS: { Layers: ['sha256:base'] },
}

/** Images as podman shows them, each made from the one before. */
function chain(...steps: readonly (readonly [id: string, createdBy: string, layer?: string])[]): Inspected[] {
  const images = [base]
  for (const [Id, created_by, layer] of steps) {
    const { History, RootFS } = images.at(-1)!
    const Layers = [...RootFS!.Layers!, ...(layer ? [layer] : [])]
    images.push({ ...base, Id, History: [...History!, { created_by }], RootFS: { Layers } })
  }
  return images
}

const podman43 = chain(
  ['user', '/bin/sh -c #(nop) USER root'],
  ['arg', '/bin/sh -c #(nop) ARG X'],
  ['run', '|1 X=7 /bin/sh -c echo hello "$X"   && echo more > /x', 'sha256:1'],
  ['copy', '/bin/sh -c #(nop) COPY multi:d2fa in /dir/ ', 'sha256:2'],
  ['cached', '|1 X=7 /bin/sh -c --mount=type=cache,target=/c echo hi', 'sha256:3'],
)
const podman58 = podman43.map((image) => ({
  ...image,
  History: image.History!.map(({ created_by = '' }) => ({ created_by: `${created_by}|force-mtime=0` })),
}))

const ground = (done: readonly Instruction[]): Ground => ({ diffIds: ['sha256:base'], history: 1, done })
const upTo = (at: number, of = stage!) => ground(of.instructions.slice(1, at + 1))
const found = (images: readonly Inspected[], ...grounds: Ground[]) =>
  stepImages(images, grounds).map((image) => image?.Id)

describe.each([
  ['4.3', podman43],
  ['5.8', podman58],
])('podman %s', (_version, images) => {
  test.each([
    [1, 'user'],
    [3, 'run'],
    [4, 'copy'],
    [5, 'cached'],
  ])('instruction %i', (at, id) => {
    expect(found(images, upTo(at))).toEqual([id])
  })

  test('none where a step is missing, or another one stands in its place', () => {
    expect(
      found(
        images.filter(({ Id }) => Id !== 'run'),
        upTo(3),
      ),
    ).toEqual([undefined])
    const other = images.map((image) =>
      image.Id === 'run'
        ? { ...image, History: [...image.History!.slice(0, -1), { created_by: '/bin/sh -c something else' }] }
        : image,
    )
    expect(found(other, upTo(3))).toEqual([undefined])
  })

  test('none where two images look alike', () => {
    const alike = [...images, { ...images.find(({ Id }) => Id === 'copy')!, Id: 'other' }]
    expect(found(alike, upTo(4), upTo(3))).toEqual([undefined, 'run'])
  })

  test('none where two steps look alike: which COPY it was can’t be told', () => {
    expect(found(images, upTo(4), upTo(4, twin))).toEqual([undefined, undefined])
  })

  test('none on another base image', () => {
    expect(found(images, { ...upTo(3), diffIds: ['sha256:other'] })).toEqual([undefined])
    expect(found(images, { ...upTo(3), history: 2 })).toEqual([undefined])
  })
})

test('the image that steps stand on', () => {
  expect(groundImage(podman43, upTo(3))?.Id).toBe('base')
  expect(groundImage(podman43, { ...upTo(3), diffIds: ['sha256:other'] })).toBeUndefined()
})
