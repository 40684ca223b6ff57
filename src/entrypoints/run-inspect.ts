import type { Host } from '../host/host.js'
import { inspect } from '../pipeline/inspect.js'
import { inspectionMetadata, inspectionText } from '../report/inspection.js'
import type { CommandLine } from '../request/command-line.js'
import { parseInspectRequest } from '../request/inspect-request.js'

/** From arguments to what is printed. That something was found is the command's exit code, and no failure of it. */
export async function runInspect(
  { positional, given, json }: CommandLine,
  host: Host,
  signal: AbortSignal,
): Promise<void> {
  for (const password of (given.password ?? '').split('\n')) if (password !== '') host.mask(password)
  const request = parseInspectRequest(positional, given)
  const inspection = await inspect(request, { host, env: process.env, signal })
  const object = () => `${JSON.stringify(inspectionMetadata(inspection), undefined, 2)}\n`
  process.stdout.write(json ? object() : inspectionText(inspection))
  if (inspection.findings.length > 0) process.exitCode = 1
}
