// Bundles the command line into one file that a project can keep beside its Makefile: node scripts/single.mjs FILE
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { compile, root, run } from './compile.mjs'

const [file] = process.argv.slice(2)
if (file === undefined) throw new Error('usage: node scripts/single.mjs FILE')
compile()
// Beside the compiled sources, so that modules are found.
const temporary = mkdtempSync(join(root, 'build', 'single-'))
try {
  const sources = join(temporary, 'src')
  cpSync(join(root, 'build/src'), sources, { recursive: true })
  for (const name of readdirSync(sources, { recursive: true }).filter((each) => each.endsWith('.js'))) {
    const path = join(sources, name)
    // What is loaded when it is needed is in the same file then.
    const text = readFileSync(path, 'utf8').replaceAll(
      /\bimport\((?=['"])/g,
      'import(/* webpackMode: "eager" */ ',
    )
    writeFileSync(path, text)
  }
  const out = join(temporary, 'out')
  const ncc = ['build', join(sources, 'entrypoints/cli.js'), '-o', out, '--license', 'licenses.txt', '-q']
  run('node_modules/@vercel/ncc/dist/ncc/cli.js', ...ncc)
  const parts = readdirSync(out).filter((name) => name.endsWith('.js'))
  if (parts.length !== 1) throw new Error(`this is not one file but ${parts.join(', ')}`)
  const [program, licences] = ['index.js', 'licenses.txt'].map((name) =>
    readFileSync(join(out, name), 'utf8'),
  )
  const comment = `/* The licences of what is in this file:\n\n${licences.replaceAll('*/', '* /')}\n*/`
  writeFileSync(file, `#!/usr/bin/env node\n${program}\n${comment}\n`, { mode: 0o755 })
} finally {
  rmSync(temporary, { recursive: true, force: true })
}
