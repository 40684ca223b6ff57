import { randomUUID } from 'node:crypto'
import { appendFile, stat } from 'node:fs/promises'
import { relative } from 'node:path'
import * as core from '@actions/core'
import type { Location } from '../errors.js'
import type { Host, Log } from './host.js'
import { inertText, Masks, plainText } from './plain-text.js'

// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#step-isolation-and-limits
const SUMMARY_LIMIT = 1024 * 1024

/** A GitHub Actions runner. */
export function runnerHost(): Host {
  const masks = new Masks()
  let open = 0
  let token: string | undefined
  const waiting: (() => void)[] = []
  // While a log is open the runner obeys no commands, ours neither: they wait for its end.
  const command = (issue: () => void) => (open > 0 ? waiting.push(issue) : issue())
  // A secret can't wait: the log may be about to show it, and would show the command itself.
  const obeyed = (issue: () => void) => {
    if (token === undefined) return issue()
    process.stdout.write(`::${token}::\n`)
    issue()
    process.stdout.write(`::stop-commands::${token}\n`)
  }
  const at = (location: Location | undefined) =>
    location && {
      file: relative(process.env.GITHUB_WORKSPACE ?? process.cwd(), location.file) || location.file,
      startLine: location.line,
      endLine: location.endLine ?? location.line,
    }

  return {
    kind: 'runner',
    info: (message) => core.info(inertText(message)),
    notice: (message, location) => void command(() => core.notice(plainLines(message), at(location))),
    warning: (message, location) => void command(() => core.warning(plainLines(message), at(location))),
    error: (message, location) => void command(() => core.error(plainLines(message), at(location))),
    mask: (secret) => {
      for (const text of masks.add(secret)) obeyed(() => core.setSecret(text))
    },
    hide: (text) => masks.hide(text),
    openLog: (title) => {
      if (open++ === 0) {
        core.startGroup(plainText(title))
        token = randomUUID()
        process.stdout.write(`::stop-commands::${token}\n`)
      }
      return onceClosed(() => {
        if (--open > 0) return
        process.stdout.write(`::${token}::\n`)
        token = undefined
        core.endGroup()
        for (const issue of waiting.splice(0)) issue()
      })
    },
    setOutput: (name, value) => core.setOutput(name, value),
    saveState: (name, value) => core.saveState(name, value),
    summarize: (markdown) => appendSummary(masks.hide(markdown)),
  }
}

/**
 * A log whose lines lie between a stop-commands token and its end, so that nothing which a build prints is obeyed
 * (https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#stopping-and-starting-workflow-commands).
 */
function onceClosed(whenClosed: () => void): Log {
  let closed = false
  return {
    line: (text) => void process.stdout.write(`${plainText(text)}\n`),
    close: () => {
      if (closed) return
      closed = true
      whenClosed()
    },
  }
}

async function appendSummary(markdown: string): Promise<void> {
  const file = process.env.GITHUB_STEP_SUMMARY
  if (!file) return
  const { size } = await stat(file).catch(() => ({ size: 0 }))
  const text = `${markdown}\n`
  if (size + Buffer.byteLength(text) > SUMMARY_LIMIT) {
    core.warning('the job summary is full: this build’s part was left out')
    return
  }
  await appendFile(file, text)
}

function plainLines(text: string): string {
  return text
    .split(/\r\n|\n|\r/)
    .map(plainText)
    .join('\n')
}
