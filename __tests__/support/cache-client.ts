import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import typescript from 'typescript'
import { repository } from './runner.js'

/**
 * The program that holds the real client of GitHub's cache service, translated from its source as it is now. It runs in
 * a process of its own, where jest translates nothing.
 */
export function clientProgram(): string {
  const source = readFileSync(join(repository, 'src', 'cache', 'client-program.ts'), 'utf8')
  const { outputText } = typescript.transpileModule(source, {
    compilerOptions: {
      module: typescript.ModuleKind.ESNext,
      target: typescript.ScriptTarget.ES2022,
      verbatimModuleSyntax: true,
    },
  })
  // Where it finds node_modules.
  const folder = join(repository, 'build', 'test')
  mkdirSync(folder, { recursive: true })
  const path = join(folder, 'client-program.mjs')
  writeFileSync(`${path}.${process.pid}`, outputText)
  renameSync(`${path}.${process.pid}`, path)
  return path
}
