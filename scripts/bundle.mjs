// Bundles the entry points into dist/. With --check, nothing is written: the bundles are made twice and must be equal to
// each other and to what is committed.
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compile, root, run } from './compile.mjs'

const SHEBANG = '#!/usr/bin/env node\n'
// Folder in dist, and what is bundled there.
const BUNDLES = { main: 'entrypoints/main', 'cache-client': 'cache/client-program' }
// Each has a file in dist that opens it: one bundle for all is a third as large as one for each.
const DOORS = ['build', 'post', 'merge', 'plan', 'cli']

function bundle(folder) {
  for (const [name, source] of Object.entries(BUNDLES)) {
    const out = join(folder, name)
    const from = `build/src/${source}.js`
    run(
      'node_modules/@vercel/ncc/dist/ncc/cli.js',
      'build',
      from,
      '-o',
      out,
      '--license',
      'licenses.txt',
      '-q',
    )
  }
  for (const door of DOORS) {
    mkdirSync(join(folder, door))
    const opening = `import { open } from '../main/index.js'\nawait open('${door}')\n`
    writeFileSync(join(folder, door, 'index.js'), `${door === 'cli' ? SHEBANG : ''}${opening}`)
    writeFileSync(join(folder, door, 'package.json'), '{"type":"module"}\n')
  }
  chmodSync(join(folder, 'cli', 'index.js'), 0o755)
}

function files(folder) {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  return new Map(
    found
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(folder.length + 1), readFileSync(path)]),
  )
}

function differences(a, b) {
  return [...new Set([...a.keys(), ...b.keys()])].filter(
    (name) => !a.get(name)?.equals(b.get(name) ?? Buffer.alloc(0)),
  )
}

compile()
const temporary = mkdtempSync(join(tmpdir(), 'bundle-'))
try {
  const first = join(temporary, 'first')
  bundle(first)
  if (process.argv.includes('--check')) {
    const second = join(temporary, 'second')
    bundle(second)
    const unstable = differences(files(first), files(second))
    if (unstable.length > 0) throw new Error(`two bundles differ: ${unstable.join(', ')}`)
    const stale = differences(files(first), files(join(root, 'dist')))
    if (stale.length > 0)
      throw new Error(`dist is not what the sources build (run npm run bundle): ${stale.join(', ')}`)
    const untracked = execFileSync('git', ['ls-files', '--others', '--exclude-standard', 'dist'], {
      cwd: root,
      encoding: 'utf8',
    })
    if (untracked !== '') throw new Error(`not committed: ${untracked}`)
    console.log('dist is what the sources build, twice')
  } else {
    rmSync(join(root, 'dist'), { recursive: true, force: true })
    cpSync(first, join(root, 'dist'), { recursive: true })
  }
} finally {
  rmSync(temporary, { recursive: true, force: true })
}
