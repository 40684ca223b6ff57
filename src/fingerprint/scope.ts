import type { Assignment, Dockerfile } from '../dockerfile/parse.js'
import { expandWord, type Lookup, variableNames } from '../dockerfile/words.js'
import { type Platform, platformArguments } from '../oci/platform.js'

/**
 * The value of a variable as a step sees it. `identity` differs whenever the value may differ; `text` is undefined where the value
 * can't be told for every version of podman.
 */
export interface Value {
  readonly text: string | undefined
  readonly identity: string
}

// Besides proxies and the time of a build, the path of programs that an image without one is given.
const BUILDERS_OWN = /^(PATH|SOURCE_DATE_EPOCH|.*_proxy)$/i

const EMPTY: Value = { text: '', identity: '' }

/** Build arguments, as `--build-arg` gives them, the last of a name. */
export function buildArguments(
  given: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const each of given) {
    const at = each.indexOf('=')
    if (at >= 0) found.set(each.slice(0, at), each.slice(at + 1))
    else if (env[each] !== undefined) found.set(each, env[each])
    else found.delete(each)
  }
  return found
}

/** The arguments that builders define by themselves. */
export function automaticArguments(target: Platform, build: Platform): ReadonlyMap<string, string> {
  return new Map([
    ['TARGETVARIANT', ''],
    ['BUILDVARIANT', ''],
    ...platformArguments('TARGET', target),
    ...platformArguments('BUILD', build),
  ])
}

/** What is the same for all stages. */
export interface Arguments {
  /** `--build-arg`. */
  readonly given: ReadonlyMap<string, string>
  readonly platform: ReadonlyMap<string, string>
}

/** The text that a word of FROM stands for; undefined where it can't be told. */
export function expandInFrom(word: string, globals: Scope, args: Arguments): string | undefined {
  return expandWord(word, (name) => {
    if (globals.declared.has(name)) return globals.declared.get(name)!.text
    const [given, builders] = [args.given.get(name), args.platform.get(name)]
    if (given === undefined || given === builders) return builders ?? ''
    return undefined
  })
}

/** The values of the ARGs before the first FROM. */
export function globalScope(dockerfile: Dockerfile, args: Arguments): Scope {
  const scope = new Scope(args, undefined)
  for (const { assignments } of dockerfile.globals) for (const each of assignments) scope.declare(each)
  return scope
}

/** The variables that the instructions of a stage see, one after the other. */
export class Scope {
  private readonly arguments: Map<string, Value>
  private readonly environment = new Map<string, Value>()
  private unclear = false

  /**
   * @param globals the ARGs before the first FROM
   * @param from variables of what the stage begins with
   */
  constructor(
    private readonly args: Arguments,
    private readonly globals: Scope | undefined,
    from: ReadonlyMap<string, Value> = new Map(),
  ) {
    this.arguments = new Map()
    for (const [name, value] of from) this.environment.set(name, value)
  }

  /** Variables that an image made here has. */
  get variables(): ReadonlyMap<string, Value> {
    return this.environment
  }

  /** The arguments that are declared, by name. */
  get declared(): ReadonlyMap<string, Value> {
    return this.arguments
  }

  /** ARG. */
  declare(assignment: Assignment): void {
    const { name } = assignment
    this.notice(name)
    const own = this.defaultOf(assignment)
    const before = this.arguments.get(name)
    // Versions differ in which of two declarations counts.
    this.arguments.set(name, before === undefined ? own : either([before, own]))
  }

  private defaultOf(assignment: Assignment): Value {
    const { name, value } = assignment
    const [given, builders] = [this.args.given, this.args.platform].map((all) => {
      const text = all.get(name)
      return text === undefined ? [] : [known(text)]
    }) as [Value[], Value[]]
    if (given.length > 0) return either([...given, ...builders])
    const global = this.globals?.arguments.get(name)
    const others = [...(global === undefined ? [] : [global]), ...builders]
    if (value === undefined) return others.length === 0 ? EMPTY : either(others)
    return either([this.evaluate(assignment), ...others])
  }

  /** ENV: all values of one instruction are from before it. */
  set(assignments: readonly Assignment[]): void {
    const values = assignments.map((each): [string, Value] => [each.name, this.evaluate(each)])
    for (const [name, value] of values) {
      this.notice(name)
      this.environment.set(name, value)
    }
  }

  // A name that is made of variables may be any.
  private notice(name: string): void {
    this.unclear ||= !/^[\w.-]+$/.test(name)
  }

  /** The value of a variable, empty where there is none. */
  value(name: string): Value {
    const value = this.environment.get(name) ?? this.arguments.get(name) ?? this.undeclared(name)
    return this.unclear ? { ...value, text: undefined } : value
  }

  // Whether a builder shows these without an ARG depends on its version.
  private undeclared(name: string): Value {
    const value = this.args.given.get(name) ?? this.args.platform.get(name)
    const maybe = value !== undefined || BUILDERS_OWN.test(name)
    return maybe ? { text: undefined, identity: value ?? '' } : EMPTY
  }

  /** The text that a word stands for; undefined where it can't be told. */
  expand(word: string): string | undefined {
    return expandWord(word, this.lookup)
  }

  /** The variables that a text names, with what identifies their values. */
  named(text: string): string[][] {
    return variableNames(text).map((name) => [name, this.value(name).identity])
  }

  private readonly lookup: Lookup = (name) => this.value(name).text

  private evaluate({ value = '', form }: Assignment): Value {
    const text = form === 'unclear' ? undefined : form === 'literal' ? value : this.expand(value)
    return text === undefined ? { text, identity: JSON.stringify([value, this.named(value)]) } : known(text)
  }
}

function known(text: string): Value {
  return { text, identity: text }
}

function either(values: readonly Value[]): Value {
  const [first] = values
  if (values.every(({ text }) => text !== undefined && text === first!.text)) return first!
  return { text: undefined, identity: JSON.stringify(values.map(({ identity }) => identity)) }
}
