import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type ParsedNode,
  parseDocument,
  type YAMLMap,
} from 'yaml'
import { InputError } from '../errors.js'
import { closest } from '../request/closest.js'

/** A value in the list of services, and what it is called in messages. */
export interface Field {
  readonly key: string
  /** The key itself. */
  readonly at: Node
  readonly value: Node
  /** What it belongs to, such as `service “gateway”`. */
  readonly owner: string
}

/** The text of a list of services: its YAML, and where in it things stand. */
export class ServiceText {
  private readonly counter = new LineCounter()
  private readonly document

  /**
   * @param file absolute path; undefined for a text that stands in no file of its own
   * @throws {InputError} when it is no YAML
   */
  constructor(
    text: string,
    readonly file: string | undefined,
  ) {
    this.document = parseDocument(text, { lineCounter: this.counter, prettyErrors: false })
    const [problem] = [...this.document.errors, ...this.document.warnings]
    if (problem !== undefined) throw this.problem(problem.message, problem.pos[0])
  }

  get root(): Node | undefined {
    return this.resolve(this.document.contents)
  }

  /** Line of a value, from 1. */
  lineOf(node: Node): number {
    return this.line((node as ParsedNode).range?.[0] ?? 0)
  }

  /** What is wrong at a value. */
  problem(problem: string, at: Node | number, cure?: string): InputError {
    const line = typeof at === 'number' ? this.line(at) : this.lineOf(at)
    const place = this.file === undefined ? `line ${line}: ` : ''
    return new InputError('services', `${place}${problem}`, {
      ...(cure !== undefined && { cure }),
      ...(this.file !== undefined && { location: { file: this.file, line } }),
    })
  }

  /**
   * The values of a map by key.
   * @throws {InputError} for anything but a map, and for unknown keys
   */
  fields(node: Node, owner: string, known: readonly string[]): Map<string, Field> {
    if (!isMap(node)) throw this.problem(`${owner} is no map of keys and values`, node)
    const fields = this.entries(node, owner)
    for (const [key, { at }] of fields) {
      if (known.includes(key)) continue
      const near = closest(key, known)
      const cure = near === undefined ? `known are ${known.join(', ')}` : `did you mean ${near}?`
      throw this.problem(`${owner} has the unknown key ${JSON.stringify(key)}`, at, cure)
    }
    return fields
  }

  /** The pairs of a map. */
  entries(map: YAMLMap, owner: string): Map<string, Field> {
    return new Map(
      map.items.map((pair) => {
        const name = this.resolve(pair.key)
        if (!isScalar(name) || typeof name.value !== 'string')
          throw this.problem(`${owner} has a key that is no text`, name ?? map, 'write it in quotes')
        const value = this.resolve(pair.value)
        if (value === undefined) throw this.problem(`${owner}: ${name.value} has no value`, name)
        return [name.value, { key: name.value, at: name, value, owner }]
      }),
    )
  }

  /** @throws {InputError} for anything but a list */
  list(node: Node, what: string): Node[] {
    if (!isSeq(node))
      throw this.problem(`${what} is no list`, node, 'write one item a line, each behind “- ”')
    return node.items.map((item) => this.resolve(item) ?? node)
  }

  /**
   * A text. YAML makes numbers and booleans of some: `1.20` would be 1.2.
   * @throws {InputError}
   */
  text(node: Node, what: string): string {
    if (isScalar(node) && typeof node.value === 'string') return node.value
    if (!isScalar(node)) throw this.problem(`${what} is no text`, node)
    if (node.value === null)
      throw this.problem(`${what} has no value`, node, 'give it one, or remove the key')
    const written = node.source ?? String(node.value)
    const kind = typeof node.value === 'boolean' ? 'a boolean' : 'a number'
    throw this.problem(
      `${what} is ${kind} for YAML, no text`,
      node,
      `write it in quotes: ${JSON.stringify(written)}`,
    )
  }

  private line(offset: number): number {
    return Math.max(1, this.counter.linePos(offset).line)
  }

  private resolve(node: unknown): Node | undefined {
    const found = isAlias(node) ? node.resolve(this.document) : node
    return (found ?? undefined) as Node | undefined
  }
}
