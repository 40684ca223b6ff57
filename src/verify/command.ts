/** What a program hands over to, by its arguments. */
export type HandOver =
  | { readonly kind: 'command'; readonly command: readonly string[] }
  /** A shell's own script: a text, or a file of the image. */
  | { readonly kind: 'text'; readonly text: string; readonly parameters: readonly string[] }
  | { readonly kind: 'script'; readonly path: string; readonly parameters: readonly string[] }

/** Programs that end by becoming another: options of theirs that take a value, and arguments before the command. */
const WRAPPERS: Readonly<Record<string, { readonly values?: string; readonly before?: number }>> = {
  env: { values: 'u C unset chdir' },
  tini: { values: 'e p' },
  'tini-static': { values: 'e p' },
  'docker-init': { values: 'e p' },
  'dumb-init': { values: 'r rewrite' },
  catatonit: { values: 'P' },
  gosu: { before: 1 },
  'su-exec': { before: 1 },
  's6-setuidgid': { before: 1 },
  nohup: {},
  setsid: {},
  exec: {},
  nice: { values: 'n adjustment' },
  stdbuf: { values: 'i o e input output error' },
  timeout: { values: 'k s kill-after signal', before: 1 },
  busybox: {},
}

const SHELLS = new Set(['sh', 'bash', 'dash', 'ash', 'ksh', 'zsh'])
const ASSIGNMENT = /^[A-Za-z_][A-Za-z0-9_]*=/

/** Whether a program is a shell, by its name. */
export function isShell(path: string): boolean {
  return SHELLS.has(baseName(path))
}

/** What a command hands over to, when it is one of the wrappers and shells that are known; undefined when it doesn't. */
export function handOver([program, ...args]: readonly string[]): HandOver | undefined {
  const name = baseName(program ?? '')
  if (SHELLS.has(name)) return shellScript(args)
  if (!Object.hasOwn(WRAPPERS, name)) return undefined
  const { values = '', before = 0 } = WRAPPERS[name]!
  const rest = withoutOptions(args, values.split(' '))?.slice(before)
  const command = name === 'env' ? rest?.slice(rest.findIndex((word) => !ASSIGNMENT.test(word))) : rest
  // `busybox sh -c …`: the applet's name is a word as any other. Those that are no shell are busybox itself.
  if (name === 'busybox' && !SHELLS.has(command?.[0] ?? '')) return undefined
  if (name === 'busybox') return shellScript(command!.slice(1))
  return command === undefined || command.length === 0 ? undefined : { kind: 'command', command }
}

/** Arguments after the options; undefined where an option isn't clear. */
function withoutOptions(
  args: readonly string[],
  withValue: readonly string[],
): readonly string[] | undefined {
  for (let at = 0; at < args.length; at++) {
    const word = args[at]!
    if (word === '--') return args.slice(at + 1)
    if (!word.startsWith('-') || word === '-') return args.slice(at)
    // env's own way of splitting a text into arguments is beyond what is followed here.
    if (/^(-S|--split-string)/.test(word)) return undefined
    const name = word.replace(/^--?/, '')
    if (withValue.includes(name)) at++
  }
  return undefined
}

function shellScript(args: readonly string[]): HandOver | undefined {
  for (let at = 0; at < args.length; at++) {
    const word = args[at]!
    if (word === '-o' || word === '+o') at++
    else if (/^-[a-z]*c$/.test(word)) {
      const [text, , ...parameters] = args.slice(at + 1)
      return text === undefined ? undefined : { kind: 'text', text, parameters }
    } else if (!/^[-+]/.test(word)) return { kind: 'script', path: word, parameters: args.slice(at + 1) }
    else if (word === '-s') return undefined
  }
  return undefined
}

/**
 * The command that a small shell script ends in: what it `exec`s last, or else its last command. Undefined where the
 * shell would have to be asked: for other expansions than of all parameters, and control structures around the end.
 */
export function finalCommand(text: string, parameters: readonly string[]): string[] | undefined {
  // A script that asks for the machine chooses among programs for several, which is right in each image.
  if (ASKS_FOR_MACHINE.test(text)) return undefined
  const commands = outermost(simpleCommands(withoutHereDocuments(text)))
  const last = commands.findLast((words) => words[0] === 'exec') ?? commands.at(-1)
  if (last === undefined) return undefined
  const start = last.findIndex((word) => word === DYNAMIC || (word !== 'exec' && !ASSIGNMENT.test(word)))
  if (start < 0) return undefined
  const command = last.slice(start).flatMap((word) => (word === ALL_PARAMETERS ? parameters : [word]))
  const [first] = command
  if (first === undefined || first === DYNAMIC || first.startsWith('-') || KEYWORDS.has(first))
    return undefined
  // It counts from another folder than the image's.
  if (first.includes('/') && !first.startsWith('/') && commands.some(([word]) => word === 'cd'))
    return undefined
  return command
}

const ASKS_FOR_MACHINE =
  /\b(?:uname|arch|lscpu|getconf|HOSTTYPE|MACHTYPE|TARGETARCH|TARGETPLATFORM|print-architecture|print-arch)\b/

/** Commands that stand in no control structure, function or group: what is within may run or not. */
function outermost(commands: readonly string[][]): string[][] {
  const found: string[][] = []
  const ends: string[] = []
  for (const words of commands) {
    const end = endOf(words)
    if (end !== undefined) ends.push(end)
    const [first, last] = [words[0]!, words.at(-1)!]
    // What ends a structure stays, so that a script which ends in one has no last command that is known.
    if (ends.length === 0 || (ends.length === 1 && first === ends[0])) found.push(words)
    if (first === ends.at(-1) || (words.length > 1 && last === ')' && ends.at(-1) === ')')) ends.pop()
  }
  return ends.length === 0 ? found : []
}

/** The word that ends the structure which a command begins. */
function endOf(words: readonly string[]): string | undefined {
  // `then if …`, and a case's pattern before what it stands for.
  const [first = '', second = ''] = words.slice(
    words.findIndex((word) => !/^(?:then|else|do|!|[^()]+\))$/.test(word)),
  )
  if (Object.hasOwn(ENDS, first)) return ENDS[first]
  if (first.startsWith('(')) return ')'
  return first.endsWith('()') || second === '()' ? '}' : undefined
}

const ENDS: Readonly<Record<string, string>> = {
  if: 'fi',
  case: 'esac',
  for: 'done',
  while: 'done',
  until: 'done',
  select: 'done',
  '{': '}',
  function: '}',
}

/** A script without the texts of its here-documents, which are no commands. */
function withoutHereDocuments(text: string): string {
  const kept: string[] = []
  let until: string | undefined
  for (const line of text.split('\n')) {
    if (until !== undefined) {
      if (line.trim() === until) until = undefined
      continue
    }
    kept.push(line)
    until = /(?<!<)<<-?[ \t]*["'\\]?([A-Za-z_]\w{0,60})/.exec(line)?.[1]
  }
  // What never ends was none, such as a shift of bits: nothing after it can be told.
  return until === undefined ? kept.join('\n') : ''
}

// Words of a script that stand for what only the shell knows. A zero byte can be in no argument.
const ALL_PARAMETERS = '\0@'
const DYNAMIC = '\0?'
const KEYWORDS = new Set(
  'fi done esac } ) then else do if for while until case { ( function select time ! wait return exit cd export set trap'.split(
    ' ',
  ),
)

const TOKEN =
  /(\\\n|[ \t\r]+)|(\n|&&|\|\||;|\||&)|(#[^\n]*)|((?:\\[^\n]|'[^']*'|"(?:\\[\s\S]|[^"\\])*"|[^\s;|&'"\\])+)|([\s\S])/y

/** The simple commands of a script as lists of words, in order; redirections are left in. */
function simpleCommands(text: string): string[][] {
  const commands: string[][] = [[]]
  TOKEN.lastIndex = 0
  for (let match = TOKEN.exec(text); match !== null; match = TOKEN.exec(text)) {
    const [, , separator, comment, word, unmatched] = match
    // A quote that never ends: nothing after it can be told.
    if (unmatched !== undefined) break
    if (separator !== undefined) commands.push([])
    else if (word !== undefined && comment === undefined) commands.at(-1)!.push(plainWord(word))
  }
  return commands.filter((words) => words.length > 0)
}

function plainWord(word: string): string {
  if (/^(?:"\$(?:@|\{@\})"|\$(?:[@*]|\{[@*]\}))$/.test(word)) return ALL_PARAMETERS
  const withoutSingle = word.replace(/'[^']*'/g, '')
  if (/(?<!\\)[$`]/.test(withoutSingle)) return DYNAMIC
  return word.replace(/'([^']*)'|"((?:\\[\s\S]|[^"\\])*)"|\\([\s\S])/g, (_all, single, double, escaped) =>
    single !== undefined ? single : double !== undefined ? double.replace(/\\(["\\$`])/g, '$1') : escaped,
  )
}

/** The last name of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
