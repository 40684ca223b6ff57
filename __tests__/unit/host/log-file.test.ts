import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { LogFile } from '../../../src/host/log-file.js'
import { isLive } from '../../../src/host/terminal.js'
import { temporaryFolder } from '../../support/runner.js'

test('the latest twenty are kept, and what else lies there', () => {
  const state = temporaryFolder()
  const folder = join(state, 'multiarch-build')
  mkdirSync(folder)
  const old = Array.from(
    { length: 30 },
    (_, at) => `2020-01-${String(at + 1).padStart(2, '0')}T00-00-00Z-7.log`,
  )
  for (const name of [...old, 'notes.log']) writeFileSync(join(folder, name), '')
  const file = LogFile.open({ XDG_STATE_HOME: state })
  file.line('one')
  file.line('two')
  expect(readFileSync(file.path, 'utf8')).toBe('one\ntwo\n')
  const left = readdirSync(folder).sort()
  expect(left).toHaveLength(21)
  expect(left).toEqual(expect.arrayContaining(['notes.log', ...old.slice(-19)]))
})

test.each([
  [{ isTTY: true, columns: 80 }, {}, true],
  [{ isTTY: true, columns: 0 }, {}, false],
  [{ isTTY: true, columns: 80 }, { TERM: 'xterm', CI: '' }, true],
  [{ isTTY: false, columns: 80 }, {}, false],
  [{ isTTY: true, columns: 80 }, { TERM: 'dumb' }, false],
  [{ isTTY: true, columns: 80 }, { CI: 'true' }, false],
])('%j with %j is looked at: %s', (stream, env, expected) => {
  expect(isLive(stream, env)).toBe(expected)
})
