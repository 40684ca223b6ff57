// Bundles the entry points into dist/. With --check, nothing is written: the bundles are made twice and must be equal to
// each other and to what is committed.
import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compile, root, run } from './compile.mjs'

// Folder in dist, and what starts there.
const ENTRIES = {
  build: 'entrypoints/build',
  post: 'entrypoints/post',
  merge: 'entrypoints/merge',
  plan: 'entrypoints/plan',
  cli: 'entrypoints/cli',
  'cache-client': 'cache/client-program',
}

function bundle(folder) {
  for (const [entry, source] of Object.entries(ENTRIES)) {
    const out = join(folder, entry)
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
      throw new Error(`dist is not what the sources build (run npm run build): ${stale.join(', ')}`)
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
