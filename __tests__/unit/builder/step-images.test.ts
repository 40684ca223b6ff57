import { type InspectedImage, imageAfter } from '../../../src/builder/step-images.js'
import { parseDockerfile } from '../../../src/dockerfile/parse.js'

const dockerfile = parseDockerfile(
  `FROM registry.example/base AS builder
USER root
ARG X=1
RUN echo hello "$X" \\
  && echo more > /x
COPY f g /dir/
RUN --mount=type=cache,target=/c echo hi
FROM builder AS second
RUN echo second
FROM scratch
COPY --from=second /x /x
`,
  'Dockerfile',
)

/** Images as podman shows them, each the child of the one before. */
function chain(
  root: string,
  ...steps: readonly (readonly [id: string, createdBy: string])[]
): InspectedImage[] {
  const history: { created_by: string }[] = []
  return steps.map(([Id, created_by], at) => {
    history.push({ created_by })
    return { Id, Parent: at === 0 ? root : steps[at - 1]![0], History: [...history] }
  })
}

const base: InspectedImage = { Id: 'base', Parent: '', History: [{ created_by: 'somebody' }] }
const podman43 = [
  base,
  ...chain(
    'base',
    ['user', '/bin/sh -c #(nop) USER root'],
    ['arg', '/bin/sh -c #(nop) ARG X'],
    ['run', '|1 X=7 /bin/sh -c echo hello "$X"   && echo more > /x'],
    ['copy', '/bin/sh -c #(nop) COPY multi:d2fa in /dir/ '],
    ['cached', '|1 X=7 /bin/sh -c --mount=type=cache,target=/c echo hi'],
    ['second', '/bin/sh -c echo second'],
  ),
  ...chain('', ['last', '/bin/sh -c #(nop) COPY file:a68e in /x ']),
]
const podman58 = podman43.map((image) => ({
  ...image,
  History: image.History!.map(({ created_by = '' }) => ({ created_by: `${created_by}|force-mtime=0` })),
}))

const found = (images: readonly InspectedImage[], stage: number, at: number) =>
  imageAfter(
    images,
    dockerfile.stages,
    dockerfile.stages[stage]!,
    dockerfile.stages[stage]!.instructions[at]!,
  )

describe.each([
  ['4.3', podman43],
  ['5.8', podman58],
])('podman %s', (_version, images) => {
  test.each([
    [0, 1, 'user'],
    [0, 3, 'run'],
    [0, 4, 'copy'],
    [0, 5, 'cached'],
    [1, 1, 'second'],
    [2, 1, 'last'],
  ])('stage %i, instruction %i', (stage, at, id) => {
    expect(found(images, stage, at)).toBe(id)
  })

  test('none where a step is missing', () => {
    expect(
      found(
        images.filter(({ Id }) => Id !== 'arg'),
        0,
        3,
      ),
    ).toBeUndefined()
  })

  test('none where two look alike', () => {
    const twin = { ...images.find(({ Id }) => Id === 'copy')!, Id: 'twin' }
    expect(found([...images, twin], 0, 4)).toBeUndefined()
    expect(found([...images, twin], 0, 3)).toBe('run')
  })

  test('none for other commands or keywords', () => {
    const other = images.map((image) =>
      image.Id === 'run' ? { ...image, History: [{ created_by: '/bin/sh -c something else' }] } : image,
    )
    expect(found(other, 0, 3)).toBeUndefined()
    expect(found(other, 0, 5)).toBeUndefined()
  })

  test('none where the base image is itself made of steps', () => {
    const local = images.map((image) => (image.Id === 'base' ? { ...image, Parent: 'else' } : image))
    expect(found(local, 0, 3)).toBeUndefined()
  })
})
