import { Monorepo, names } from './support/monorepo.js'

/** Whether a service with a Dockerfile is planned when one file changes. */
async function isPlanned(dockerfile: string, changed: string, entry: object = {}): Promise<boolean> {
  const services = JSON.stringify([{ name: 'a', image: 'quay.io/o/a', ...entry }])
  const repo = new Monorepo({
    ...{ Dockerfile: dockerfile, 'a/x': '1', 'a/y.go': '1', 'b/x': '1', 'go.mod': '1', 'go.sum': '1' },
    [changed]: '1',
  })
  try {
    const base = repo.head()
    repo.write({ [changed]: '2' })
    repo.save()
    return names(await repo.plan({ services, base })).length > 0
  } finally {
    repo.remove()
  }
}

describe('what a Dockerfile takes', () => {
  it.each([
    ['FROM scratch\nCOPY a/x /\n', 'a/x', true],
    ['FROM scratch\nCOPY a/x /\n', 'b/x', false],
    ['FROM scratch\nCOPY /a/./x/ /\n', 'a/x', true],
    ['FROM scratch\nCOPY a/*.go /\n', 'a/y.go', true],
    ['FROM scratch\nCOPY a/*.go /\n', 'a/x', false],
    ['FROM scratch\nCOPY a/?.go /\n', 'a/z.go', true],
    ['FROM scratch\nCOPY go.mod go.su[m] /\n', 'go.sum', true],
    ['FROM scratch\nCOPY go.mod go.su[m] /\n', 'a/x', false],
    // In one version or another these may be anything.
    ['FROM scratch\nCOPY a/[x-z] /\n', 'b/x', true],
    ['FROM scratch\nCOPY **/x /\n', 'go.mod', true],
    ['FROM scratch\nCOPY ../a /\n', 'b/x', true],
    ['FROM scratch\nCOPY $NOTHING/a/x /\n', 'b/x', false],
    ['FROM scratch\nARG D=a\nCOPY $D/x /\n', 'a/x', true],
    ['FROM scratch\nARG D=a\nCOPY $D/x /\n', 'b/x', false],
    ['ARG D=b\nFROM scratch\nARG D\nCOPY ${D}/x /\n', 'b/x', true],
    ['FROM scratch\nENV D=b\nCOPY ${D:-a}/x /\n', 'b/x', true],
    ['FROM scratch AS base\nENV D=b\nFROM base\nCOPY $D/x /\n', 'b/x', true],
    ['FROM scratch AS base\nENV D=b\nFROM base\nCOPY $D/x /\n', 'a/x', false],
    ['FROM scratch\nCOPY ${D%x}a /\n', 'b/x', true],
    ['FROM scratch\nADD a/x https://example.org/y /\n', 'b/x', false],
    ['FROM scratch\nADD a/x https://example.org/y /\n', 'a/x', true],
    ['FROM scratch\nCOPY --new-flag=1 a/x /\n', 'b/x', true],
    ['FROM scratch\nCOPY --exclude=x a /\n', 'a/x', true],
    ['FROM scratch\nCOPY --parents a/./x /\n', 'b/x', false],
    ['FROM scratch\nCOPY <<EOF /f\ntext\nEOF\n', 'a/x', false],
    // Nothing there: it is made by something else.
    ['FROM scratch\nCOPY dist/service /\n', 'a/x', true],
    ['FROM scratch\nCOPY dist/*.js /\n', 'a/x', true],
    ['FROM x AS one\nCOPY a/x /\nFROM x\nCOPY b/x /\n', 'a/x', false],
    ['FROM x AS one\nCOPY a/x /\nFROM x\nCOPY --from=one /x /\n', 'a/x', true],
    ['FROM x AS one\nCOPY a/x /\nFROM x\nCOPY --from=0 /x /\n', 'a/x', true],
    ['FROM x AS one\nCOPY a/x /\nFROM x\nARG S=one\nCOPY --from=$S /x /\n', 'a/x', true],
    ['FROM x AS one\nCOPY a/x /\nFROM x\nRUN --mount=from=one,target=/m true\n', 'a/x', true],
    ['ARG S=one\nFROM x AS one\nCOPY a/x /\nFROM $S\n', 'a/x', true],
    ['FROM x AS one\nCOPY a/x /\nFROM x AS one\nFROM one\n', 'a/x', true],
    ['FROM x\nRUN --mount=type=bind,source=a,target=/a true\n', 'a/x', true],
    ['FROM x\nRUN --mount=type=bind,source=a,target=/a true\n', 'b/x', false],
    ['FROM x\nRUN --mount=source=a,target=/a true\n', 'a/x', true],
    ['FROM x\nRUN --mount=target=/src true\n', 'b/x', true],
    ['FROM x\nRUN --mount=type=cache,target=/a true\n', 'a/x', false],
    ['FROM x\nRUN "--mount=type=bind" true\n', 'a/x', false],
    ['FROM x AS base\nONBUILD COPY a /\nFROM base\n', 'a/x', true],
    ['FROM registry.example.org/node:20-onbuild\n', 'a/x', true],
    ['# escape=`\nFROM x\nCOPY b/x /\n', 'a/x', true],
  ])('%j and %s: %s', async (dockerfile, changed, expected) => {
    expect(await isPlanned(dockerfile, changed)).toBe(expected)
  })

  it.each([
    ['FROM x\nARG D\nCOPY $D/x /\n', 'b/x', { args: { D: 'b' } }, true],
    ['FROM x\nARG D\nCOPY $D/x /\n', 'a/x', { args: { D: 'b' } }, false],
    ['FROM x AS a\nCOPY a/x /\nFROM x AS b\nCOPY b/x /\n', 'a/x', { target: 'a' }, true],
    ['FROM x AS a\nCOPY a/x /\nFROM x AS b\nCOPY b/x /\n', 'b/x', { target: 'a' }, false],
    ['FROM x AS a\n', 'b/x', { target: 'nosuch' }, true],
    ['FROM x\nARG TARGETARCH\nCOPY $TARGETARCH.txt /\n', 's390x.txt', { platforms: 'linux/s390x' }, true],
    ['FROM x\n', 'a/x', { context: 'https://example.org/x.git' }, true],
    ['FROM x\n', 'a/x', { context: 'nosuch' }, true],
    ['FROM x\n', 'a/x', { file: 'nosuch/Dockerfile' }, true],
    ['FROM x\n', 'Dockerfile', {}, true],
    ['FROM x\n', '.dockerignore', {}, true],
    ['FROM x\n', 'Dockerfile.containerignore', {}, true],
    ['FROM x\n', 'a/x', { file: 'Dockerfile' }, false],
    ['FROM x\n', 'Dockerfile', { file: 'Dockerfile' }, true],
  ])('%j and %s, of %j: %s', async (dockerfile, changed, entry, expected) => {
    expect(await isPlanned(dockerfile, changed, entry)).toBe(expected)
  })

  it('doubts a Dockerfile for the C preprocessor', async () => {
    expect(await isPlanned('FROM x\n', 'Dockerfile.in', { file: 'Dockerfile.in' })).toBe(true)
  })
})
