import type { ClientAnswer } from './actions-client.js'
import { BrokenContent, CacheProblem, type Problem } from './problem.js'

// The client tells failures from absence by what it prints alone:
// https://github.com/actions/toolkit/blob/main/packages/cache/src/cache.ts
const FAILED = /^(?:Failed to (?:restore|save)|Failed): (.*)$/
const RESERVING = /^Failed to reserve cache: (?:Error: )?(.*)$/
const SKIPPED = /^Cache (?:restore|save) skipped: (.*)$/
const ARCHIVE = /\b(?:tar|unzstd|zstd|gzip)['"]? failed|tar: /

/**
 * Whether an entry was found.
 * @throws {BrokenContent} when it can't be unpacked
 * @throws {CacheProblem} when the service failed
 */
export function restoreOutcome({ key, said }: ClientAnswer): boolean {
  if (key !== undefined) return true
  const lines = said.map(message)
  const reason = first(lines, FAILED)
  if (reason === undefined) {
    const skipped = first(lines, SKIPPED)
    if (skipped !== undefined) throw new CacheProblem({ kind: 'mode', text: skipped, lasting: ['read'] })
    return false
  }
  if (ARCHIVE.test(reason)) throw new BrokenContent(`what is kept can’t be unpacked: ${reason}`)
  throw new CacheProblem(problem(reason, 'read'))
}

/**
 * Returns when the entry was saved, or had been by somebody else.
 * @throws {CacheProblem} when the service failed or refused
 */
export function saveOutcome({ saved, said }: ClientAnswer): void {
  if (saved) return
  const lines = said.map(message)
  // The warning that it shows says “another job may be creating this cache”, whatever the reason was.
  const reason = first(lines, RESERVING) ?? first(lines, SKIPPED) ?? first(lines, FAILED) ?? ''
  if (/already exists|\(409\)/.test(reason)) return
  throw new CacheProblem(problem(reason, 'write'))
}

// The storage's refusal of an upload can come without a word.
const NO_REASON = { read: 'it could not be read', write: 'the entry was not saved' }

function problem(reason: string, access: 'read' | 'write'): Problem {
  const status = /\((\d{3})\)/.exec(reason)?.[1]
  const text =
    reason.replace(/^Failed to \w+: /, '').replace(/^Received non-retryable error: /, '') || NO_REASON[access]
  const kind = `${access} ${status ?? 'failed'}`
  if (/cache (?:read|write) denied:|does not permit/.test(reason)) {
    return {
      kind: `${access} denied`,
      text,
      cure: access === 'write' ? 'set cache-write: false where the cache is read-only' : undefined,
      lasting: [access],
    }
  }
  if (/storage quota/.test(reason)) {
    return {
      kind: 'full',
      text: text.split('\n')[0]!,
      cure: 'delete caches of the repository',
      lasting: ['write'],
    }
  }
  if (/Rate limited/.test(reason)) return { kind: 'rate', text, lasting: [access] }
  if (status === '401' || status === '403') return { kind, text, lasting: ['read', 'write'] }
  return { kind, text }
}

function first(lines: readonly string[], pattern: RegExp): string | undefined {
  for (const line of lines) {
    const found = pattern.exec(line)?.[1]
    if (found !== undefined) return found
  }
  return undefined
}

// https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts (escapeData)
function message(line: string): string {
  const command = /^::(?:debug|warning|error)(?: [^:]*)?::(.*)$/.exec(line)?.[1]
  if (command === undefined) return line
  return command.replaceAll('%0A', ' ').replaceAll('%0D', ' ').replaceAll('%25', '%')
}
