import { stripVTControlCharacters } from 'node:util'

/**
 * A line of somebody else's text without escape sequences and control characters, so that it can neither redraw a
 * terminal nor end a line where a log reader would start looking for commands.
 */
export function plainText(text: string): string {
  return stripVTControlCharacters(text).replace(/[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u2028\u2029]/g, ' ')
}

/**
 * A text of several lines in which no line is a workflow command: the runner obeys `::name::` at the start of a line
 * and `##[name]` anywhere in it.
 */
export function inertText(text: string): string {
  return text
    .split(/\r\n|\n|\r/)
    .map((line) =>
      plainText(line)
        .replace(/^(\s*):(?=:)/, '$1: ')
        .replaceAll('##[', '# #['),
    )
    .join('\n')
}

const SHORTEST_LINE_OF_SECRET = 6

/**
 * The texts to hide for a secret: itself, or each of its lines, since logs are masked line by line. Short lines of a
 * long secret, such as the braces of a JSON key, are no secret, and hiding them would garble everything else.
 */
function maskedTexts(secret: string): string[] {
  const lines = secret.split(/\r?\n/).map((line) => line.trim())
  if (lines.length === 1) return lines.filter((line) => line !== '')
  return lines.filter((line) => line.length >= SHORTEST_LINE_OF_SECRET)
}

/** The secrets of a run, and how they are kept out of what it shows. */
export class Masks {
  #texts: readonly string[] = []

  /** @returns the texts to hide that are new, of which a secret of several lines has more than one */
  add(secret: string): readonly string[] {
    const added = maskedTexts(secret).filter((text) => !this.#texts.includes(text))
    // The longest first: one may be a part of another.
    this.#texts = [...this.#texts, ...added].sort((a, b) => b.length - a.length)
    return added
  }

  hide(text: string): string {
    return this.#texts.reduce((shown, mask) => shown.replaceAll(mask, '***'), text)
  }
}
