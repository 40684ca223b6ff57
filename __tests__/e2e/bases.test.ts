import { must } from '../support/runner.js'
import {
  build,
  contextWith,
  expectNoLeftovers,
  foreign,
  freshName,
  minimal,
  mustBuild,
  own,
  rawManifest,
  registry,
} from '../support/world.js'

const amd64Only = `${registry}/legacy/amd64-only:1`

expectNoLeftovers()

test('a base image for one platform alone is an error, and nothing is published', async () => {
  const image = freshName()
  const context = contextWith({ Dockerfile: `# first\nFROM ${amd64Only}\nCOPY f /\n`, f: '' })
  const step = await build({ image, context })
  expect(step.exitCode).toBe(1)
  const errors = step.annotations.filter(({ level }) => level === 'error')
  expect(errors).toHaveLength(1)
  expect(errors[0]!.message).toMatch(
    /linux\/arm64: found 127.0.0.1:\d+\/legacy\/amd64-only:1 for linux\/amd64 as the base image/,
  )
  expect(await rawManifest(`${image}:test`)).toBeUndefined()
})

test('it is a warning where that is asked for, and no finding for the platform that it has', async () => {
  const context = contextWith({ Dockerfile: `FROM ${amd64Only}\nCOPY f /\n`, f: '' })
  const step = await mustBuild({ image: freshName(), context, verify: 'warn' })
  const warnings = step.annotations.filter(({ level }) => level === 'warning')
  // By the registry's word before the build, and by what podman took after it.
  expect(warnings.map(({ message }) => message)).toEqual([
    expect.stringContaining('is not published for linux/arm64'),
    expect.stringContaining('as the base image'),
  ])
  const right = await mustBuild({ image: freshName(), context, platforms: 'linux/amd64' })
  expect(right.annotations.filter(({ level }) => level === 'warning')).toEqual([])
})

test('an index without the platform is podman’s error, in plain words', async () => {
  const context = contextWith({ Dockerfile: `FROM ${registry}/legacy/amd64-index:1\nCOPY f /\n`, f: '' })
  const step = await build({ image: freshName(), context })
  expect(step.exitCode).toBe(1)
  const [error] = step.annotations.filter(({ level }) => level === 'error')
  expect(error!.message).toMatch(
    /FROM failed: \S+\/legacy\/amd64-index:1 has no image for linux\/arm64 \(podman: /,
  )
  expect(error!.message).toContain('What to do: take a base image that has it')
})

test('certificates of a stage that is fixed to one platform are nobody’s business', async () => {
  const context = contextWith({
    Dockerfile: `FROM --platform=linux/amd64 ${amd64Only} AS certificates
FROM ${minimal}
COPY --from=certificates /etc/passwd /etc/ca.crt
`,
  })
  const step = await mustBuild({ image: freshName(), context })
  expect(step.annotations.filter(({ level }) => level !== 'notice')).toEqual([])
})

test.each(['COPY --from', 'RUN --mount'])('another platform’s image by %s is a warning', async (by) => {
  const use =
    by === 'COPY --from'
      ? `COPY --from=${amd64Only} /etc/passwd /x`
      : `RUN --mount=type=bind,from=${amd64Only},target=/m cp /m/etc/passwd /x`
  const context = contextWith({ Dockerfile: `FROM ${minimal}\n${use}\n` })
  const step = await mustBuild({ image: freshName(), context })
  const warnings = step.annotations.filter(({ level }) => level === 'warning')
  expect(warnings.map(({ message }) => message)).toEqual([
    expect.stringMatching(`linux/arm64: found \\S+/legacy/amd64-only:1 for linux/amd64 \\(${by}, line 2\\)`),
  ])
})

test('images of the user’s own that can’t be looked at, and those of other platforms, don’t matter', async () => {
  const list = `localhost/broken-${process.pid}`
  // A list whose images are not there.
  await must(['podman', 'manifest', 'create', list])
  await must(['podman', 'manifest', 'add', '--all', list, `docker://${minimal}`])
  await must(['podman', 'pull', '-q', '--platform=linux/arm64', minimal])
  try {
    const context = contextWith({ Dockerfile: `FROM ${minimal}\nCOPY f /\n`, f: '' })
    const step = await mustBuild({ image: freshName(), context })
    expect(step.annotations.filter(({ level }) => level !== 'notice')).toEqual([])
  } finally {
    await must(['podman', 'rmi', '-f', minimal])
    await must(['podman', 'manifest', 'rm', list])
  }
})

test('beside a list whose images are gone, an image of the user’s own for another platform is refused as a base', async () => {
  const list = `localhost/broken-too-${process.pid}`
  await must(['podman', 'manifest', 'create', list])
  await must(['podman', 'manifest', 'add', '--all', list, `docker://${minimal}`])
  await must(['podman', 'pull', '-q', `--platform=linux/${own}`, minimal])
  try {
    const context = contextWith({ Dockerfile: `FROM --platform=linux/${own} ${minimal}\nCOPY f /\n`, f: '' })
    const step = await build({ image: freshName(), context, platforms: `linux/${foreign}`, push: 'false' })
    expect(step.exitCode).toBe(1)
    const [error] = step.annotations.filter(({ level }) => level === 'error')
    expect(error!.message).toMatch(
      new RegExp(`linux/${foreign}: found \\S+ for linux/${own} as the base image`),
    )
  } finally {
    await must(['podman', 'rmi', '-f', minimal])
    await must(['podman', 'manifest', 'rm', list])
  }
})
