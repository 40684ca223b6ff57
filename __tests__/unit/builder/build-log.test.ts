import { setTimeout } from 'node:timers/promises'
import { BuildLog } from '../../../src/builder/build-log.js'
import { parsePlatform } from '../../../src/oci/platform.js'

function recorded(silenceMs?: number): { log: BuildLog; lines: string[] } {
  const lines: string[] = []
  const sink = { line: (text: string) => void lines.push(text), close: () => undefined }
  return { log: new BuildLog(sink, parsePlatform('linux/arm64'), silenceMs), lines }
}

test('every line says whose it is and when', () => {
  const { log, lines } = recorded()
  log.line('STEP 1/2: FROM scratch')
  log.close()
  expect(lines).toEqual(['[linux/arm64 0:00] STEP 1/2: FROM scratch'])
})

test('it knows the step, the hits of the cache and the last lines', () => {
  const { log } = recorded()
  for (const line of ['[1/2] STEP 2/3: RUN make', '--> Using cache 0123', '[2/2] --> Using cache 4567'])
    log.line(line)
  for (let at = 0; at < 40; at++) log.line(`\u001b[31mline ${at}\u001b[0m`)
  log.close()
  expect(log.step).toEqual({ stage: 1, number: 2, total: 3, text: 'RUN make' })
  expect(log.cacheHits).toBe(2)
  expect(log.tail).toHaveLength(25)
  expect(log.tail.at(-1)).toBe('line 39')
})

test('a step that is silent is spoken of, and no more once it is closed', async () => {
  const { log, lines } = recorded(40)
  log.line('STEP 2/3: RUN sleep 9')
  await setTimeout(200)
  log.close()
  const spoken = lines.filter((line) => line.includes('without output, still at step 2/3: RUN sleep 9'))
  expect(spoken.length).toBeGreaterThan(0)
  const count = lines.length
  await setTimeout(100)
  expect(lines).toHaveLength(count)
})
