// The table of docs/traps.md, from what the trap suite wrote down in each world:
//
//   node scripts/lib/traps-table.mjs RESULTS            prints it, and fails where the product does something else than the table says
//   node scripts/lib/traps-table.mjs RESULTS --update   writes it into docs/traps.md; podmans that didn't run keep their column
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const PAGE = join(import.meta.dirname, '..', '..', 'docs', 'traps.md')
const BEGIN = '<!-- made by `UPDATE=1 scripts/test traps` -->'
const END = '<!-- end of what is made -->'
const NOT_SHOWN = 'not shown here: '

const [results, flag] = process.argv.slice(2)
const page = readFileSync(PAGE, 'utf8')
const [before, rest] = page.split(`${BEGIN}\n`)
const [written, after] = rest.split(END)
const known = parse(written)
const found = read(results)
const ran = [...new Set([...found.values()].flatMap(({ podmans }) => [...podmans.keys()]))]

const problems = [...found].flatMap(([number, { podmans }]) =>
  [...podmans].flatMap(([podman, { product }]) => {
    if (product === '' || product.includes('failed'))
      return [`${number}, podman ${podman}: the product failed`]
    const expected =
      known.versions.includes(podman) && flag !== '--update'
        ? known.rows.get(number)?.products.get(podman)
        : product
    return expected === product
      ? []
      : [`${number}, podman ${podman}: ${product}, and the table says ${expected ?? 'nothing'}`]
  }),
)
const table = render()
if (flag === '--update' && problems.length === 0) {
  writeFileSync(PAGE, `${before}${BEGIN}\n${table}${END}${after}`)
  console.log(`docs/traps.md: ${found.size} traps with podman ${ran.join(', ')}`)
} else console.log(table)
for (const problem of problems) console.error(`trap ${problem}`)
if (problems.length > 0) {
  if (flag !== '--update') console.error('If that is meant: UPDATE=1 scripts/test traps')
  process.exitCode = 1
}

/** What each world wrote, by trap and by the podman's version without its last part. */
function read(folder) {
  const traps = new Map()
  for (const world of readdirSync(folder)) {
    for (const file of readdirSync(join(folder, world))) {
      const { number, title, podman, plain, product } = JSON.parse(
        readFileSync(join(folder, world, file), 'utf8'),
      )
      const trap = traps.get(number) ?? { title, podmans: new Map() }
      trap.podmans.set(podman.split('.').slice(0, 2).join('.'), { plain, product })
      traps.set(number, trap)
    }
  }
  return new Map([...traps].sort(([a], [b]) => a - b))
}

function render() {
  const versions = [
    ...new Set([...known.versions, ...(flag === '--update' || known.versions.length === 0 ? ran : [])]),
  ].sort(byVersion)
  const shown = flag === '--update' ? versions : ran.sort(byVersion)
  const numbers = [...new Set([...known.rows.keys(), ...found.keys()])].sort((a, b) => a - b)
  const reasons = new Map(known.reasons)
  const rows = numbers.map((number) => {
    const old = known.rows.get(number)
    const trap = found.get(number)
    const cells = shown.map((version) => {
      const plain = trap?.podmans.get(version)?.plain
      if (plain === undefined) return old?.plains.get(version) ?? ''
      if (!plain.startsWith(NOT_SHOWN)) return plain
      // The version is in the column's head already.
      reasons.set(number, plain.slice(NOT_SHOWN.length).replace(/, this is [\d.]+$/, ''))
      return '–'
    })
    if (!cells.includes('–')) reasons.delete(number)
    const products = shown.map(
      (version) => trap?.podmans.get(version)?.product ?? old?.products.get(version) ?? '',
    )
    return `| ${[number, inCell(trap?.title ?? old.title), ...cells, together(shown, products)].join(' | ')} |`
  })
  const head = ['#', 'plain podman', ...shown.map((version) => `podman ${version}`), 'this product']
  return [
    '',
    `| ${head.join(' | ')} |`,
    `|--:|${':--|'.repeat(head.length - 1)}`,
    ...rows,
    '',
    ...(reasons.size === 0 ? [] : ['– is what can’t be shown:', '']),
    ...[...reasons].sort(([a], [b]) => a - b).map(([number, reason]) => `- ${number}: ${reason}.`),
    '',
    '',
  ]
    .join('\n')
    .replace(/\n{3,}$/, '\n\n')
}

/** One word where all podmans have the same; else each with its podmans. */
function together(versions, outcomes) {
  const distinct = [...new Set(outcomes)]
  if (distinct.length === 1) return distinct[0]
  return distinct
    .map(
      (outcome) => `${outcome} (${versions.filter((_each, at) => outcomes[at] === outcome).join(' and ')})`,
    )
    .join(', ')
}

/** Reads back what {@link render} has written. */
function parse(text) {
  const lines = text.split('\n').filter((line) => line.startsWith('|'))
  const cellsOf = (line) =>
    line
      .slice(1, -1)
      .split(/(?<!\\)\|/)
      .map((cell) => cell.trim())
  const versions =
    lines.length === 0 ? [] : cellsOf(lines[0]).flatMap((cell) => /^podman ([\d.]+)$/.exec(cell)?.[1] ?? [])
  const rows = new Map()
  for (const line of lines.slice(2)) {
    const [number, title, ...cells] = cellsOf(line)
    const product = cells.at(-1)
    const parts = [...product.matchAll(/([^,(]+) \(([^)]+)\)/g)]
    const of = (version) =>
      parts.length === 0 ? product : parts.find(([, , of]) => of.split(' and ').includes(version))?.[1].trim()
    rows.set(Number(number), {
      title: title.replaceAll('\\|', '|'),
      plains: new Map(versions.map((version, at) => [version, cells[at]])),
      products: new Map(versions.map((version) => [version, of(version)])),
    })
  }
  const reasons = new Map(
    [...text.matchAll(/^- (\d+): (.*)\.$/gm)].map(([, number, reason]) => [Number(number), reason]),
  )
  return { versions, rows, reasons }
}

function inCell(text) {
  return text.replaceAll('|', '\\|').replaceAll('*', '\\*')
}

function byVersion(a, b) {
  return a.localeCompare(b, 'en', { numeric: true })
}
