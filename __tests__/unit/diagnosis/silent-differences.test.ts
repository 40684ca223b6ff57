import { ineffectivePatterns, silentDifferences } from '../../../src/diagnosis/silent-differences.js'
import { parseDockerfile } from '../../../src/dockerfile/parse.js'

const differences = (
  text: string,
  { buildArgs = [] as string[], podman = '4.3.1', path = 'Dockerfile' } = {},
) =>
  silentDifferences({ dockerfile: parseDockerfile(text, path), text, target: undefined, buildArgs, podman })
const lines = (...args: Parameters<typeof differences>) =>
  differences(...args).map(({ location }) => location?.line)

test('build arguments that no ARG declares', () => {
  const text = 'ARG GLOBAL\nFROM a\nARG VERSION=1\nFROM b'
  const buildArgs = ['GLOBAL=1', 'VERSON=2', 'https_proxy=x', 'TARGETARCH=arm64', 'SOURCE_DATE_EPOCH']
  expect(differences(text, { buildArgs })).toEqual([
    { message: expect.stringContaining('VERSON has no effect'), cure: expect.stringContaining('VERSION') },
  ])
  expect(differences('FROM a', { buildArgs: ['X=1'], path: 'Dockerfile.in' })).toEqual([])
})

test.each<[string, string, (number | undefined)[]]>([
  ['4.3.1', 'FROM a\nVOLUME /data\nRUN touch /data/x', [2]],
  ['4.3.1', 'FROM a\nVOLUME ["/data", "/other"]\nRUN touch /other/x', [2]],
  ['4.3.1', 'FROM a\nRUN touch /data/x\nVOLUME /data\nRUN touch /x', []],
  ['4.3.1', 'FROM a\nVOLUME $HOME\nRUN touch /root/x', []],
  ['5.4.2', 'FROM a\nVOLUME /data\nRUN touch /data/x', []],
  ['5.4.2', "FROM a\nCOPY <<EOF /f\nx '$V' y\nEOF", [2]],
  ['5.4.2', 'FROM a\nCOPY <<EOF /f\n\\$V\nEOF', [2]],
  ['5.4.2', "FROM a\nCOPY <<'EOF' /f\n\\$V '$V'\nEOF", []],
  ['5.4.2', 'FROM a\nCOPY <<EOF /f\n$V "$V" \'x\'\nEOF', []],
  ['5.4.2', "FROM a\nRUN <<EOF\necho '$V'\nEOF", []],
])('podman %s: %j', (podman, text, expected) => {
  expect(lines(text, { podman })).toEqual(expected)
})

test.each<[string, string | undefined]>([
  ['**\n!**/*.go', '!**/*.go'],
  ['*\n!go.mod\n!cmd/**/*.go', '!cmd/**/*.go'],
  ['*\n!src\n!**/*.go', undefined],
  ['*\n!*.go', undefined],
  ['node_modules\n!**/*.go', undefined],
  ['!**/*.go\n*', undefined],
])('ignore file %j', (text, expected) => {
  const found = ineffectivePatterns('.dockerignore', text, (path) => path === 'src')
  expect(found.map(({ location }) => text.split('\n')[location!.line - 1])).toEqual(
    expected === undefined ? [] : [expected],
  )
})
