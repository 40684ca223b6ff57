// The parser of GitHub's own editor support. It imports JSON as bundlers allow and Node doesn't.
import { register } from 'node:module'

const hook = `
  import { readFile } from 'node:fs/promises'
  import { fileURLToPath } from 'node:url'
  export async function load(url, context, next) {
    if (!/\\/@actions\\/workflow-parser\\/.*\\.json$/.test(url)) return next(url, context)
    const json = await readFile(fileURLToPath(url), 'utf8')
    return { format: 'module', source: 'export default ' + json, shortCircuit: true }
  }`
register(`data:text/javascript,${encodeURIComponent(hook)}`)

export const { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } = await import(
  '@actions/workflow-parser'
)
