// Writes what is derived from src/request/contract.ts, action.yml and the tables of inputs and outputs in the README, and
// src/version.ts from package.json. With
// --check, nothing is written and a difference is an error.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { compile, root } from './compile.mjs'

compile()
const { INPUTS, OUTPUTS } = await import('../build/src/request/contract.js')
const { notAvailable } = await import('../build/src/request/waiting.js')

function described({ name, description }) {
  const missing = notAvailable(name)
  return missing === undefined ? description : `${description} Not available yet: ${missing}.`
}

function actionYml() {
  const action = {
    name: 'multiarch-build',
    description: 'Build, verify and push a multi-architecture container image with podman, in one step',
    author: 'Kubernaut',
    branding: { icon: 'layers', color: 'blue' },
    inputs: Object.fromEntries(
      INPUTS.map(({ name, description, default: value }) => [
        name,
        {
          description: described({ name, description }),
          required: false,
          ...(value !== undefined && { default: value }),
        },
      ]),
    ),
    outputs: Object.fromEntries(OUTPUTS.map(({ name, description }) => [name, { description }])),
    runs: { using: 'node24', main: 'dist/build/index.js', post: 'dist/post/index.js' },
  }
  const header = '# Generated from src/request/contract.ts by “npm run generate”.\n'
  return (
    header + stringify(action, { lineWidth: 0, defaultStringType: 'QUOTE_SINGLE', defaultKeyType: 'PLAIN' })
  )
}

const cell = (text) => text.replaceAll('|', '\\|')

function inputTable() {
  const rows = INPUTS.map(
    ({ name, description, default: value }) =>
      `| \`${name}\` | ${value === undefined ? '–' : `\`${cell(value)}\``} | ${cell(described({ name, description }))} |`,
  )
  return ['| input | default | meaning |', '|:--|:--|:--|', ...rows].join('\n')
}

function outputTable() {
  const rows = OUTPUTS.map(({ name, description }) => `| \`${name}\` | ${cell(description)} |`)
  return ['| output | meaning |', '|:--|:--|', ...rows].join('\n')
}

function between(text, name, content) {
  const pattern = new RegExp(`(<!-- ${name} begin[^>]*-->\n)[\\s\\S]*?(\n<!-- ${name} end -->)`)
  if (!pattern.test(text)) throw new Error(`README.md has no place for ${name}`)
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
  ['README.md', between(between(readme, 'inputs', inputTable()), 'outputs', outputTable())],
])
for (const [name, text] of generated) {
  const path = join(root, name)
  if (!process.argv.includes('--check')) writeFileSync(path, text)
  else if (readFileSync(path, 'utf8') !== text)
    throw new Error(`${name} is out of date: run npm run generate`)
}
