import { withCacheMountIds } from '../../../src/dockerfile/cache-mount-ids.js'
import { preprocessedMounts } from '../../../src/dockerfile/preprocessed-mounts.js'

const suffix = 'linux-arm64'
const written = (text: string) => {
  const { text: result, doubts } = withCacheMountIds(text, suffix)
  expect(doubts).toEqual([])
  return result
}

test('every cache mount gets an id of the platform’s own, and lines keep their numbers', () => {
  const text = `FROM a
RUN --mount=type=cache,target=/one \\
    --mount=type=cache,id=go,target=/two,sharing=locked \\
    --mount=type=bind,target=/three make
RUN --mount=type=cache,dst=/four --mount=type=cache,from=b,target=/five make
RUN --network=none --mount=type=secret,id=s,target=/six echo --mount=type=cache,target=/no
COPY --from=b /x /y
`
  expect(written(text)).toBe(`FROM a
RUN --mount=type=cache,target=/one,id=/one-linux-arm64 \\
    --mount=type=cache,id=go-linux-arm64,target=/two,sharing=locked \\
    --mount=type=bind,target=/three make
RUN --mount=type=cache,dst=/four,id=/four-linux-arm64 --mount=type=cache,from=b,target=/five make
RUN --network=none --mount=type=secret,id=s,target=/six echo --mount=type=cache,target=/no
COPY --from=b /x /y
`)
})

test('a Dockerfile without any stays as it is', () => {
  const text = 'FROM a\nRUN make\nRUN --mount=type=bind,target=/x --mount=target=/y make\n'
  expect(written(text)).toBe(text)
})

// As podman 4.3 and 5.8 read them: each of the mounts on the left has a folder, whose name the right one changes.
test.each([
  ['"type=cache,target=/x"', '"type=cache,target=/x,id=/x-linux-arm64"'],
  ["'type=cache,target=/x'", "'type=cache,target=/x,id=/x-linux-arm64'"],
  ['type="cache",target="/x"', 'type="cache",target="/x,id=/x-linux-arm64"'],
  ['type=cache,target=/x,id="go"', 'type=cache,target=/x,id="go-linux-arm64"'],
  ["'type=cache,target=/x y'", "'type=cache,target=/x y,id=/x\\ y-linux-arm64'"],
  ['type=cache,target=/x\\ y', 'type=cache,target=/x\\ y,id=/x\\ y-linux-arm64'],
  ['type=cache,\\\ntarget=/x', 'type=cache,\\\ntarget=/x,id=/x-linux-arm64'],
  ['type=cache,id=g\\\no,target=/x', 'type=cache,id=g\\\no-linux-arm64,target=/x'],
  ['type=cache,\\\n# why\n\ntarget=/x', 'type=cache,\\\n# why\n\ntarget=/x,id=/x-linux-arm64'],
  ['type=cache,target=/\\\r\nx', 'type=cache,target=/\\\r\nx,id=/x-linux-arm64'],
  ['type=cache,id=go-$A,target=/x', 'type=cache,id=go-$A-linux-arm64,target=/x'],
  ['type=cache,target=/${A}', 'type=cache,target=/${A},id=/${A}-linux-arm64'],
  ['type=cache,id=go,target=/$A', 'type=cache,id=go,target=/$A,id=go-linux-arm64'],
  ['type=cache,id=a,id=b,target=/x', 'type=cache,id=a-linux-arm64,id=b-linux-arm64,target=/x'],
  ['type=cache,id=,target=/x', 'type=cache,id=,target=/x,id=/x-linux-arm64'],
  ['target=/x,type=cache', 'target=/x,type=cache,id=/x-linux-arm64'],
  ['type=cache,from=$A,target=/x', 'type=cache,from=$A,target=/x,id=/x-linux-arm64'],
])('--mount=%s', (mount, own) => {
  const around = (value: string) =>
    `\uFEFF# x\n\nFROM a\n  run --mount=${value} make "it" \\\n  # c\n\n  all\n`
  expect(written(around(mount))).toBe(around(own))
  const named = (value: string) => `FROM a\nRUN --mo"unt"=${value} make <<END\nRUN --mount=type=cache\nEND\n`
  expect(written(named(mount))).toBe(named(own))
})

test('ONBUILD, which podman leaves out of an image of OCI’s format, stays as it is', () => {
  const text = 'FROM a\nONBUILD RUN --mount=type=cache,target=/x make\n'
  expect(written(text)).toBe(text)
})

test.each([
  ['RUN --mount=$OPTIONS make', '$OPTIONS in its mount can be read in several ways'],
  ['RUN --mount=type=cache,target=/x,$MORE make', '$MORE in its mount can be read in several ways'],
  ['RUN --mount=type=$T,target=/x make', 'the type of its mount is $T'],
  [`RUN --mount="type='cache',target=/x" make`, "the type of its mount is 'cache'"],
  [`RUN --mount="'type=cache',target=/x" make`, "'type in its mount can be read in several ways"],
])('%s is not guessed at', (line, problem) => {
  expect(withCacheMountIds(`FROM a\n${line}\n`, suffix).doubts).toEqual([{ line: 2, problem }])
})

test('a text that can be read in several ways is in doubt where it may have a cache mount', () => {
  const text = '# escape=`\nFROM a\nRUN --mount=type=cache,`\ntarget=/x make\n'
  expect(withCacheMountIds(text, suffix)).toMatchObject({ text, doubts: [{ line: 1 }] })
  expect(written('# escape=`\nFROM a\nRUN make\n')).toBe('# escape=`\nFROM a\nRUN make\n')
})

describe('for the C preprocessor', () => {
  const doubts = (text: string, files: Record<string, string> = {}, args: string[] = []) =>
    preprocessedMounts(text, args, (name) => files[name]).map(({ line, problem }) => `${line}: ${problem}`)

  test('mounts that can be seen are like others', () => {
    const text =
      '#define GO /go\n#include "user"\nFROM a\n#ifdef X\nRUN --mount=type=cache,target=GO make\n#endif\n'
    expect(doubts(text, { user: '#include "more"\n', more: '#include "user"\nUSER 1\n' })).toEqual([])
    expect(written(text)).toContain('RUN --mount=type=cache,target=GO,id=GO-linux-arm64 make')
  })

  test('those of macros, other files and arguments are in doubt', () => {
    expect(doubts('#define GO \\\n  --mount=type=cache,target=/x\nFROM a\nRUN GO make\n')).toContain(
      '1: a macro may hold it',
    )
    const including = 'FROM a\n#include "more"\n'
    expect(
      doubts(including, { more: '#include "last"\n', last: 'RUN --mount=type=cache,target=/x make' }),
    ).toEqual(['2: last may hold it'])
    expect(doubts(including)).toEqual(['2: "more" can’t be read here'])
    expect(doubts('FROM a\n#include <more>\n')).toEqual(['2: <more> can’t be read here'])
    expect(doubts('FROM a\nRUN FLAGS --mount=type=cache,target=/x make\n')).toEqual([
      '2: it does not follow its RUN',
    ])
    expect(doubts('FROM a\nDO --mount=type=cache,target=/x make\n')).toEqual([
      '2: it does not follow its RUN',
    ])
    expect(doubts('FROM a\n', {}, ['--cpp-flag=-DGO=--mount=type=cache,target=/x'])).toHaveLength(1)
    expect(doubts('FROM a\n', {}, ['--cpp-flag=-DGO=1'])).toEqual([])
  })
})
