import fc from 'fast-check'
import { finalCommand, handOver } from '../../../src/verify/command.js'

const words = (text: string) => text.split(' ')

test.each([
  ['tini -- /app x', '/app x'],
  ['/sbin/tini -g -p SIGTERM /app', '/app'],
  ['dumb-init --rewrite 15:3 -- app', 'app'],
  ['env A=1 B=2 app x', 'app x'],
  ['env -i -u HOME app', 'app'],
  ['gosu user:group app', 'app'],
  ['su-exec nobody app', 'app'],
  ['nice -n 5 app', 'app'],
  ['timeout -k 5 60 app', 'app'],
])('%s becomes %s', (command, expected) => {
  expect(handOver(words(command))).toEqual({ kind: 'command', command: words(expected) })
})

test.each(['app x', 'env', 'env -S "app x"', 'tini --', 'sh', 'bash -s', 'busybox httpd'])(
  '%s is the end',
  (command) => {
    expect(handOver(words(command))).toBeUndefined()
  },
)

test.each([
  [['sh', '-c', 'app x'], { kind: 'text', text: 'app x', parameters: [] }],
  [
    ['bash', '-o', 'pipefail', '-ec', 'app "$@"', '-', 'a', 'b'],
    { kind: 'text', text: 'app "$@"', parameters: ['a', 'b'] },
  ],
  [['/bin/bash', '-e', '/run.sh', 'a'], { kind: 'script', path: '/run.sh', parameters: ['a'] }],
  [['busybox', 'sh', '-c', 'app'], { kind: 'text', text: 'app', parameters: [] }],
])('%j is a shell’s script', (command, expected) => {
  expect(handOver(command)).toEqual(expected)
})

test.each([
  ['app --flag', ['app', '--flag']],
  ['exec "$@"', ['CMD', 'arg']],
  ['exec app "${@}"', ['app', 'CMD', 'arg']],
  ['#!/bin/sh\nset -e # strict\n\nif [ -n "$X" ]; then\n  exec fallback\nfi\nexec "$@"\n', ['CMD', 'arg']],
  ['cd /srv && exec node server.js', ['node', 'server.js']],
  ['A=1 B="two words" app', ['app']],
  ['\'/opt/my app/run\' "x y" a\\ b', ['/opt/my app/run', 'x y', 'a b']],
  ['migrate up; exec \\\n  serve --port 80', ['serve', '--port', '80']],
])('%j ends in %j', (script, expected) => {
  expect(finalCommand(script, ['CMD', 'arg'])).toEqual(expected)
})

test.each([
  '',
  '# nothing',
  'exec "$APP" x',
  'exec $(which app)',
  'while true; do x; done',
  'app "unterminated',
  'exec -a name app',
  'case x in',
])('%j is not followed to a program', (script) => {
  expect([undefined, ['app']]).toContainEqual(finalCommand(script, ['CMD']))
})

test.each([
  'cd /srv\nexec ./app',
  'case $1 in a) ;; esac',
  '{ app; }',
  'if true; then app; fi',
  'f() { app; }',
  'if a; then if b; then\nc\nfi\nexec app\nfi',
  'case $1 in\n  a) if b; then\nc\nfi\nexec app\n;;\nesac',
  'x=$((1 << A))\nexec app',
])('%j is not followed either', (script) => {
  expect(finalCommand(script, [])).toBeUndefined()
})

test.each([
  'f() { app1; }\nexec app',
  'if a; then b; else c; fi; exec app',
  'for x in 1 2; do\n if [ $x ]; then exec other; fi\ndone\nexec app',
  '( cd /x; y )\nexec app',
  'while read x; do y; done\napp',
  'cat <<EOF\n"unterminated\nEOF\nexec app',
  'case "$1" in\n  -*) set -- app "$@" ;;\nesac\nexec app',
])('%j ends in app', (script) => {
  expect(finalCommand(script, [])).toEqual(['app'])
})

// A pattern that runs long runs into the time that a test has.
test('any script', () => {
  const pieces = fc.constantFrom(
    'exec ',
    '"',
    "'",
    '\\',
    '$',
    '"$@"',
    '\n',
    ';',
    'app',
    ' ',
    '#',
    '`',
    '{',
    '&&',
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 200 }), (parts) => {
      const command = finalCommand(parts.join(''), ['p'])
      expect(command === undefined || command.length > 0).toBe(true)
    }),
  )
  for (const hostile of ['"\\', 'a\\', "'", 'x"y"', ' ', '\n']) finalCommand(hostile.repeat(16_000), [])
})
