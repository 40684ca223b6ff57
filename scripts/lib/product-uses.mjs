// What YAML says of this product: inputs, secrets and outputs must be there. Texts may be fragments of a workflow.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isMap, isScalar, isSeq, LineCounter, parse, parseDocument } from 'yaml'
import { root } from '../compile.mjs'

const USES = /^(?:kubernaut\/multiarch-build((?:\/[\w.-]+)*)@.+|\.((?:\/[\w.-]+)*)\/?)$/

/** The blocks of a page that are marked as YAML, with the lines at which they begin. */
export function yamlBlocks(page) {
  return [...page.matchAll(/^```ya?ml\n([\s\S]*?)^```$/gm)].map((match) => ({
    text: match[1],
    line: page.slice(0, match.index).split('\n').length + 1,
  }))
}

/** Findings in texts that belong together: a step of one may be named in another. */
export function checkProductUses(texts) {
  const findings = []
  const outputs = new Map()
  const found = (line, message) => findings.push({ line, message })
  for (const { text, line: first } of texts) {
    const counter = new LineCounter()
    const document = parseDocument(text, { lineCounter: counter })
    const lineOf = (node) => first + counter.linePos(node.range[0]).line - 1
    const [error] = document.errors
    if (error !== undefined && text.includes('kubernaut/multiarch-build'))
      found(first + error.linePos[0].line - 1, `this is no YAML: ${error.message.split('\n')[0]}`)
    for (const map of mapsIn(document.contents)) checkMap(map, { outputs, lineOf, found })
  }
  for (const { text, line: first } of texts)
    for (const { name, id, line } of outputsNamed(text))
      if (outputs.has(id) && !outputs.get(id).has(name))
        found(first + line, `the step ${id} has no output ${name}`)
  return findings.sort((a, b) => a.line - b.line)
}

function checkMap(map, { outputs, lineOf, found }) {
  const [, released, local] = USES.exec(String(map.get('uses') ?? '')) ?? []
  const below = released ?? local
  // A fragment of nothing but inputs.
  const isFragment = map.items.length === 1 && map.has('with')
  if (below === undefined && !isFragment) return
  const what = below === undefined ? everyAction() : declared(below)
  if (what === undefined) return found(lineOf(map), `there is no kubernaut/multiarch-build${below}`)
  for (const [key, kind] of [
    ['with', 'inputs'],
    ['secrets', 'secrets'],
  ]) {
    const given = map.get(key)
    if (!isMap(given)) continue
    for (const { key: name } of given.items)
      if (!what[kind].has(String(name))) found(lineOf(name), `${what.lacks(kind.slice(0, -1))} ${name}`)
  }
  if (map.has('id')) outputs.set(String(map.get('id')), what.outputs)
}

function outputsNamed(text) {
  return text.split('\n').flatMap((content, line) =>
    [...content.matchAll(/\bsteps\.([\w-]+)\.outputs\.([\w-]+)/g)].map(([, id, name]) => ({
      id,
      name,
      line,
    })),
  )
}

/** What an action or a reusable workflow declares; undefined if there is none. */
function declared(below) {
  if (/\.ya?ml$/.test(below)) {
    if (!existsSync(join(root, below))) return undefined
    const { on } = parse(readFileSync(join(root, below), 'utf8'))
    return { lacks: (kind) => `${below.slice(1)} has no ${kind}`, ...namesOf(on.workflow_call ?? {}) }
  }
  const path = join(root, below, 'action.yml')
  if (!existsSync(path)) return undefined
  const lacks = (kind) => `kubernaut/multiarch-build${below} has no ${kind}`
  return { lacks, ...namesOf(parse(readFileSync(path, 'utf8'))) }
}

function everyAction() {
  const all = ['', '/merge', '/plan'].map(declared)
  const inputs = new Set(all.flatMap((each) => [...each.inputs]))
  const lacks = (kind) => `no action of this product has an ${kind}`
  return { lacks, inputs, secrets: new Set(), outputs: new Set() }
}

function namesOf({ inputs = {}, outputs = {}, secrets = {} }) {
  const names = (map) => new Set(Object.keys(map))
  return { inputs: names(inputs), outputs: names(outputs), secrets: names(secrets) }
}

function* mapsIn(node) {
  if (isMap(node)) yield node
  const below = isMap(node) ? node.items.map(({ value }) => value) : isSeq(node) ? node.items : []
  for (const each of below) if (!isScalar(each)) yield* mapsIn(each)
}
