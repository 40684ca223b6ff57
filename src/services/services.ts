import { posix } from 'node:path'
import { isMap, isSeq, type Node } from 'yaml'
import { InputError, messageOf } from '../errors.js'
import { isPlatformArgument, type Platform, parsePlatforms } from '../oci/platform.js'
import { parseRepository } from '../oci/reference.js'
import { isAddress } from '../request/dockerfile-path.js'
import { completeInputs } from '../request/inputs.js'
import { parseSmokeTest } from '../request/smoke-test.js'
import { type Field, ServiceText } from './service-text.js'

/** One image of many in a repository. */
export interface Service {
  readonly name: string
  readonly image: string
  /** Path from the working folder, or an address. */
  readonly context: string
  /** Path from the working folder. */
  readonly file: string | undefined
  readonly target: string | undefined
  /** `NAME=value` */
  readonly args: readonly string[]
  /** Undefined: those of the plan. */
  readonly platforms: readonly Platform[] | undefined
  readonly smokeTest: string | undefined
  readonly verifyAllow: readonly string[]
}

const KEYS = ['image', 'context', 'file', 'target', 'args', 'platforms', 'smoke-test', 'verify-allow']
const LONGEST_NAME = 100

/**
 * Reads a list of services: a YAML list, or a map with `services`, and `image` or `defaults` for what they share.
 * @param file absolute path of the list, for messages; undefined when it stands in none
 * @param below path of the working folder in its repository, from which paths must not lead out
 * @throws {InputError} at the line that can't be used
 */
export function parseServices(text: string, file?: string, below = ''): Service[] {
  const source = new ServiceText(text, file)
  const root = source.root
  const top: ReadonlyMap<string, Field> =
    root !== undefined && isMap(root)
      ? source.fields(root, 'the list of services', ['services', 'image', 'defaults'])
      : new Map()
  const list = root !== undefined && isSeq(root) ? root : top.get('services')?.value
  if (list === undefined) throw source.problem('names no service', 0, 'list them under “services:”')
  const defaults = defaultsOf(source, top)
  const entries = source
    .list(list, 'services')
    .map((node, at) => new Entry(source, node, at, defaults, below))
  if (entries.length === 0) throw source.problem('names no service', list)
  const services = entries.map((entry) => ({ entry, service: entry.service() }))
  refuseTwins(source, services)
  return services.map(({ service }) => service)
}

function defaultsOf(source: ServiceText, top: ReadonlyMap<string, Field>): Map<string, Field> {
  const given = top.get('defaults')
  const defaults =
    given === undefined ? new Map<string, Field>() : source.fields(given.value, 'defaults', KEYS)
  const image = top.get('image')
  if (image === undefined) return defaults
  if (defaults.has('image')) throw source.problem('image is there twice', image.value, 'keep one of them')
  return defaults.set('image', { ...image, owner: 'defaults' })
}

// Their tags are made alike, so of two services with one image the later would take the other's place.
function refuseTwins(
  source: ServiceText,
  services: readonly { readonly entry: Entry; readonly service: Service }[],
): void {
  for (const key of ['name', 'image'] as const) {
    const seen = new Map<string, Entry>()
    for (const { entry, service } of services) {
      const twin = seen.get(service[key])
      if (twin !== undefined) {
        throw source.problem(
          `${entry.owner} has the ${key} ${service[key]}, which stands in line ${source.lineOf(twin.node)} already`,
          entry.node,
          `give each service ${key === 'name' ? 'a name' : 'an image'} of its own`,
        )
      }
      seen.set(service[key], entry)
    }
  }
}

/** One entry of the list, with what it takes from the defaults. */
class Entry {
  readonly owner: string
  private readonly name: string
  private readonly fields: ReadonlyMap<string, Field>

  constructor(
    private readonly source: ServiceText,
    readonly node: Node,
    at: number,
    private readonly defaults: ReadonlyMap<string, Field>,
    private readonly below: string,
  ) {
    const name = isMap(node) ? node.get('name') : undefined
    this.owner = typeof name === 'string' ? `service “${name}”` : `service ${at + 1}`
    this.fields = source.fields(node, this.owner, ['name', ...KEYS])
    this.name = this.parseName()
  }

  service(): Service {
    return {
      name: this.name,
      image: this.image(),
      context: this.path('context') ?? '.',
      file: this.path('file'),
      target: this.text('target'),
      args: this.args(),
      platforms: this.platforms(),
      smokeTest: this.smokeTest(),
      verifyAllow: this.lines('verify-allow'),
    }
  }

  private parseName(): string {
    const field = this.fields.get('name')
    if (field === undefined) throw this.source.problem(`${this.owner} has no name`, this.node)
    const name = this.source.text(field.value, `name of ${this.owner}`)
    if (/^[a-z0-9][a-z0-9._-]*$/.test(name) && name.length <= LONGEST_NAME) return name
    throw this.source.problem(
      `${JSON.stringify(name)} is no name of a service`,
      field.value,
      `write lower-case letters, digits, “.”, “_” and “-”, at most ${LONGEST_NAME}, beginning with a letter or digit`,
    )
  }

  private image(): string {
    const field = this.field('image')
    const text = this.text('image')
    if (field === undefined || text === undefined) {
      throw this.source.problem(
        `${this.owner} has no image`,
        this.node,
        'give it one, or all of them: image: quay.io/organisation/{name}',
      )
    }
    return this.checked(field, () => parseRepository(text).text)
  }

  private path(key: string): string | undefined {
    const text = this.text(key)
    if (text === undefined || (key === 'context' && isAddress(text))) return text
    const real = posix.normalize(posix.join(this.below, text))
    if (!text.startsWith('/') && !/[\0-\x1f\x7f]/.test(text) && !/^\.\.(\/|$)/.test(real)) return text
    throw this.source.problem(
      `${key} of ${this.owner} leads out of the repository: ${JSON.stringify(text)}`,
      this.field(key)!.value,
      'write a path from the working folder, such as services/gateway',
    )
  }

  private platforms(): Platform[] | undefined {
    const field = this.field('platforms')
    if (field === undefined) return undefined
    const texts = this.lines('platforms').flatMap((line) => line.split(','))
    return this.checked(field, () => parsePlatforms(texts.map((each) => each.trim()).filter(Boolean)))
  }

  private smokeTest(): string | undefined {
    const field = this.field('smoke-test')
    const text = this.text('smoke-test')
    if (field !== undefined && text !== undefined)
      this.checked(field, () => parseSmokeTest(completeInputs({ 'smoke-test': text })))
    return text
  }

  private args(): string[] {
    const all = [this.defaults.get('args'), this.fields.get('args')].flatMap((field) =>
      field === undefined ? [] : this.pairsOf(field),
    )
    return [...new Map(all)].map(([name, value]) => `${name}=${value}`)
  }

  private pairsOf(field: Field): [string, string][] {
    const { value, owner } = field
    const what = `args of ${owner}`
    const found: { text: string; node: Node }[] = isMap(value)
      ? [...this.source.entries(value, what).values()].map((each) => ({
          text: `${each.key}=${this.filled(field, this.source.text(each.value, `${each.key} in ${what}`))}`,
          node: each.value,
        }))
      : this.source.list(value, what).map((node) => ({
          text: this.filled(field, this.source.text(node, `an item of ${what}`)),
          node,
        }))
    return found.map(({ text, node }) => this.argument(text, node, what))
  }

  private argument(text: string, node: Node, what: string): [string, string] {
    const [, name, value] = /^([A-Za-z_][A-Za-z0-9_.-]*)=([\s\S]*)$/.exec(text) ?? []
    if (name === undefined || value === undefined)
      throw this.source.problem(`${what}: ${JSON.stringify(text)} is not of the form NAME=value`, node)
    if (!isPlatformArgument(name)) return [name, value]
    throw this.source.problem(
      `${what}: ${name} would have one value for all platforms`,
      node,
      `remove it: each platform’s build has its own ${name}`,
    )
  }

  /** The lines of a text, or the items of a list. */
  private lines(key: string): string[] {
    const field = this.field(key)
    if (field === undefined) return []
    const what = `${key} of ${field.owner}`
    const texts = isSeq(field.value)
      ? this.source.list(field.value, what).map((node) => this.source.text(node, `an item of ${what}`))
      : [this.source.text(field.value, what)]
    return texts
      .flatMap((text) => this.filled(field, text).split('\n'))
      .map((line) => line.trim())
      .filter((line) => line !== '')
  }

  private text(key: string): string | undefined {
    const field = this.field(key)
    if (field === undefined) return undefined
    return this.filled(field, this.source.text(field.value, `${key} of ${field.owner}`)).trim() || undefined
  }

  private field(key: string): Field | undefined {
    return this.fields.get(key) ?? this.defaults.get(key)
  }

  // Only there: what a service says of itself is meant as it stands.
  private filled(field: Field, text: string): string {
    return field.owner === 'defaults' ? text.replaceAll('{name}', this.name) : text
  }

  private checked<T>(field: Field, parse: () => T): T {
    try {
      return parse()
    } catch (error) {
      const cure = error instanceof InputError ? error.cure : undefined
      throw this.source.problem(`${field.key} of ${this.owner}: ${messageOf(error)}`, field.value, cure)
    }
  }
}
