// Writes what is derived from src/request/contract.ts, action.yml and the tables of inputs and outputs in the README, and
// src/version.ts from package.json. With
// --check, nothing is written and a difference is an error.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { compile, root } from './compile.mjs'

compile()
const { INPUTS, OUTPUTS } = await import('../build/src/request/contract.js')
const { PLAN_OPTIONS, PLAN_OUTPUTS } = await import('../build/src/request/plan-request.js')
const { MERGE_INPUTS } = await import('../build/src/request/merge-contract.js')

function definitions(inputs) {
  return Object.fromEntries(
    inputs.map(({ name, description, default: value }) => [
      name,
      {
        description,
        required: false,
        ...(value !== undefined && { default: value }),
      },
    ]),
  )
}

function yml(action, source) {
  const header = `# Generated from ${source} by “npm run generate”.\n`
  return (
    header + stringify(action, { lineWidth: 0, defaultStringType: 'QUOTE_SINGLE', defaultKeyType: 'PLAIN' })
  )
}

const OF_EVERY_ACTION = { author: 'Kubernaut', branding: { icon: 'layers', color: 'blue' } }

function actionYml() {
  const action = {
    name: 'multiarch-build',
    description: 'Build, verify and push a multi-architecture container image with podman, in one step',
    ...OF_EVERY_ACTION,
    inputs: definitions(INPUTS),
    outputs: Object.fromEntries(OUTPUTS.map(({ name, description }) => [name, { description }])),
    runs: { using: 'node24', main: 'dist/build/index.js', post: 'dist/post/index.js' },
  }
  return yml(action, 'src/request/contract.ts')
}

function mergeYml() {
  const action = {
    name: 'multiarch-build: merge',
    description: 'Put images that several jobs built together as one image index, verified again, and tag it',
    ...OF_EVERY_ACTION,
    inputs: definitions(MERGE_INPUTS),
    outputs: Object.fromEntries(
      OUTPUTS.filter(({ name }) => !BUILD_ONLY.includes(name)).map(({ name, description }) => [
        name,
        { description },
      ]),
    ),
    runs: { using: 'node24', main: '../dist/merge/index.js' },
  }
  return yml(action, 'src/request/merge-contract.ts')
}

function planYml() {
  const action = {
    name: 'multiarch-build: plan',
    description: 'Say which of many services a change goes into, as a matrix of jobs',
    ...OF_EVERY_ACTION,
    inputs: definitions(PLAN_OPTIONS),
    outputs: Object.fromEntries(PLAN_OUTPUTS.map(({ name, description }) => [name, { description }])),
    runs: { using: 'node24', main: '../dist/plan/index.js' },
  }
  return yml(action, 'src/request/plan-request.ts')
}

// What only a build leaves behind.
const BUILD_ONLY = ['oci-layout', 'docker-config']

const cell = (text) => text.replaceAll('|', '\\|')

function inputTable(inputs) {
  const rows = inputs.map(
    ({ name, description, default: value }) =>
      `| \`${name}\` | ${value === undefined ? '–' : `\`${cell(value)}\``} | ${cell(description)} |`,
  )
  return ['| input | default | meaning |', '|:--|:--|:--|', ...rows].join('\n')
}

function outputTable() {
  const rows = OUTPUTS.map(({ name, description }) => `| \`${name}\` | ${cell(description)} |`)
  return ['| output | meaning |', '|:--|:--|', ...rows].join('\n')
}

function between(text, name, content) {
  const pattern = new RegExp(`(<!-- ${name} begin[^>]*-->\n)[\\s\\S]*?(\n<!-- ${name} end -->)`)
  if (!pattern.test(text)) throw new Error(`there is no place for ${name}`)
  return text.replace(pattern, (_, begin, end) => begin + content + end)
}

const readme = readFileSync(join(root, 'README.md'), 'utf8')
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const versionTs = `// Generated from package.json by “npm run generate”.

/** This product's version. */
export const VERSION = '${version}'
`
const generated = new Map([
  ['src/version.ts', versionTs],
  ['action.yml', actionYml()],
  ['merge/action.yml', mergeYml()],
  ['plan/action.yml', planYml()],
  ['README.md', between(between(readme, 'inputs', inputTable(INPUTS)), 'outputs', outputTable())],
  [
    'docs/merge.md',
    between(readFileSync(join(root, 'docs/merge.md'), 'utf8'), 'inputs', inputTable(MERGE_INPUTS)),
  ],
])
for (const [name, text] of generated) {
  const path = join(root, name)
  if (!process.argv.includes('--check')) writeFileSync(path, text)
  else if (readFileSync(path, 'utf8') !== text)
    throw new Error(`${name} is out of date: run npm run generate`)
}
