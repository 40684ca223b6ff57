import { findIneffective } from '../../../src/lint/ignore-file.js'
import { found, inShort } from './support/facts.js'

test('build arguments that no ARG declares', () => {
  const text = 'ARG GLOBAL\nFROM a\nARG VERSION=1\nFROM b\nCOPY --from=0 /x /x\n'
  const names = ['GLOBAL', 'VERSON', 'https_proxy', 'TARGETARCH', 'SOURCE_DATE_EPOCH']
  const args = new Map(names.map((name): [string, string] => [name, '1']))
  expect(found(text, { args })).toEqual([
    {
      rule: 'unknown-build-argument',
      message: expect.stringContaining('VERSON has no effect'),
      cure: expect.stringContaining('without a value are VERSION'),
      location: { file: 'Dockerfile', line: 2, endLine: 2 },
    },
  ])
})

test.each<[string, string, string[]]>([
  ['4.3.1', 'FROM a\nVOLUME /data\nRUN touch /data/x', ['2 volume-before-writes']],
  ['4.3.1', 'FROM a\nVOLUME ["/data", "/other"]\nRUN touch /other/x', ['2 volume-before-writes']],
  ['4.3.1', 'FROM a\nRUN touch /data/x\nVOLUME /data\nRUN touch /x', []],
  ['4.3.1', 'FROM a\nVOLUME $HOME\nRUN touch /root/x', []],
  ['5.4.2', 'FROM a\nVOLUME /data\nRUN touch /data/x', []],
  ['5.4.2', "FROM a\nCOPY <<EOF /f\nx '$V' y\nEOF", ['2 heredoc-quoting']],
  ['5.4.2', 'FROM a\nCOPY <<EOF /f\n\\$V\nEOF', ['2 heredoc-quoting']],
  ['5.4.2', "FROM a\nCOPY <<'EOF' /f\n\\$V '$V'\nEOF", []],
  ['5.4.2', 'FROM a\nCOPY <<EOF /f\n$V "$V" \'x\'\nEOF', []],
  ['5.4.2', "FROM a\nRUN <<EOF\necho '$V'\nEOF", []],
])('podman %s: %j', (podman, text, expected) => {
  expect(inShort(text, { podman })).toEqual(expected)
})

test.each<[string, string | undefined]>([
  ['**\n!**/*.go', '!**/*.go'],
  ['*\n!go.mod\n!cmd/**/*.go', '!cmd/**/*.go'],
  ['*\n!src\n!**/*.go', undefined],
  ['*\n!*.go', undefined],
  ['node_modules\n!**/*.go', undefined],
  ['!**/*.go\n*', undefined],
])('ignore file %j', (text, expected) => {
  const ineffective = findIneffective('.dockerignore', text, (path) => path === 'src')
  const lines = found('FROM a\n', { ineffective }).map(({ rule, location }) => [rule, location.line])
  expect(lines).toEqual(
    expected === undefined ? [] : [['ineffective-ignore-pattern', text.split('\n').indexOf(expected) + 1]],
  )
})
