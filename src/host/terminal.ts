import { relative } from 'node:path'
import type { Location } from '../errors.js'
import type { Host } from './host.js'
import { maskedTexts, plainText } from './plain-text.js'

/** A terminal, or any other CI: everything goes to standard error, which leaves standard output to `--json`. */
export function terminalHost(): Host {
  const secrets = new Set<string>()
  const write = (text: string) => {
    let shown = text
      .split(/\r\n|\n|\r/)
      .map(plainText)
      .join('\n')
    for (const secret of secrets) shown = shown.replaceAll(secret, '***')
    process.stderr.write(`${shown}\n`)
  }
  const said = (level: string) => (message: string, location?: Location) =>
    write(
      `${level}: ${message}${location ? ` (${relative(process.cwd(), location.file)}:${location.line})` : ''}`,
    )

  return {
    kind: 'terminal',
    info: write,
    notice: said('note'),
    warning: said('warning'),
    error: said('error'),
    mask: (secret) => {
      for (const text of maskedTexts(secret)) secrets.add(text)
    },
    openLog: (title) => {
      write(title)
      return { line: write, close: () => undefined }
    },
    setOutput: () => undefined,
    saveState: () => undefined,
    summarize: async () => undefined,
  }
}
