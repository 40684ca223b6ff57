import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The repository's folder. */
export const root = fileURLToPath(new URL('..', import.meta.url))

/** Compiles src/ into build/, from nothing. */
export function compile() {
  rmSync(`${root}/build`, { recursive: true, force: true })
  run('node_modules/typescript/bin/tsc', '-p', 'tsconfig.json')
}

/** Runs one of the installed tools with this Node. */
export function run(script, ...args) {
  execFileSync(process.execPath, [script, ...args], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
}
