import { DockerfileParser, Run } from 'dockerfile-ast'
import { mountOptions } from './mount-options.js'

/**
 * Gives every cache mount an id of a platform's own. Where several platforms are built on one machine podman would give them one and the
 * same folder (docs/traps.md, 26). Lines keep their numbers.
 * @param suffix what tells the platform
 */
export function withCacheMountIds(text: string, suffix: string): string {
  const lines = text.split('\n')
  const runs = DockerfileParser.parse(text)
    .getInstructions()
    .filter((each) => each instanceof Run)
  // From the end on, so that what comes before keeps its place.
  for (const flag of runs.flatMap((run) => run.getFlags()).toReversed()) {
    const value = flag.getValue()
    const range = flag.getValueRange()
    if (flag.getName() !== 'mount' || value === null || range === null || /["']/.test(value)) continue
    const options = mountOptions(value)
    const key = options.get('id') ?? options.get('target')
    if (options.get('type') !== 'cache' || options.has('from') || key === undefined) continue
    if (range.start.line !== range.end.line) continue
    const others = value.split(',').filter((option) => !option.startsWith('id='))
    const written = [...others, `id=${key}-${suffix}`].join(',')
    const { line, character } = range.start
    lines[line] = `${lines[line]!.slice(0, character)}${written}${lines[line]!.slice(range.end.character)}`
  }
  return lines.join('\n')
}
