import { relative } from 'node:path'
import type { Location } from '../errors.js'
import type { Host } from './host.js'
import { Masks, plainText } from './plain-text.js'

/**
 * A terminal, or any other CI: everything goes to standard error, which leaves standard output to `--json`.
 * @param show writes a text of one or more lines, without secrets and control characters
 */
export function terminalHost(show = (text: string) => void process.stderr.write(`${text}\n`)): Host {
  const masks = new Masks()
  const write = (text: string) => {
    const plain = text.split(/\r\n|\n|\r/).map(plainText)
    show(masks.hide(plain.join('\n')))
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
    mask: (secret) => void masks.add(secret),
    hide: (text) => masks.hide(text),
    openLog: (title) => {
      write(title)
      return { line: write, close: () => undefined }
    },
    setOutput: () => undefined,
    saveState: () => undefined,
    summarize: async () => undefined,
  }
}

/** Whether lines of a stream can be written anew, and somebody may be looking. */
export function isLive(
  stream: Pick<NodeJS.WriteStream, 'isTTY' | 'columns'>,
  { TERM, CI }: Readonly<NodeJS.ProcessEnv>,
): boolean {
  // Some pseudo-terminals have no size.
  return stream.isTTY && stream.columns > 0 && TERM !== 'dumb' && !CI
}
