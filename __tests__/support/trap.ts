import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { jest } from '@jest/globals'
import { isBefore, podmanVersion } from './podman.js'
import type { StepEnded } from './runner.js'
import { expectNoLeftovers } from './world.js'

/** What became of one act, as docs/traps.md shows it. */
interface Outcome {
  readonly number: number
  readonly title: string
  readonly podman: string
  plain: string
  product: string
}

/** A way in which a multi-arch build goes wrong (docs/traps.md), shown in three acts. */
export interface Trap {
  readonly number: number
  /** What goes wrong, as the table names it. */
  readonly title: string
  /** First podman that doesn't fall in any more. That it doesn't is tested too. */
  readonly mendedIn?: string
  /** Why plain podman can't be shown falling in here, whatever its version. */
  readonly notShown?: string | false
  /** Does as the usual recipe does, and tells whether that went wrong. */
  readonly plain?: () => Promise<boolean>
  /** How the product deals with it. */
  readonly outcome: 'prevented' | 'repaired' | 'refused' | 'said'
  /** Shows that it does; gives the runs whose messages are then looked at, the telling one last. */
  readonly product: () => Promise<StepEnded | readonly StepEnded[]>
  /** What the user is told of it; or, in words, why there is nothing to tell. */
  readonly message: string | ((step: StepEnded) => void | Promise<void>)
}

/** Defines the tests of a trap. Each act runs by itself too. */
export function trap(definition: Trap): void {
  const { number, title, mendedIn, notShown, outcome } = definition
  const mended = mendedIn !== undefined && !isBefore(mendedIn)
  const result: Outcome = { number, title, podman: podmanVersion, plain: '', product: '' }
  const runs = once(async () => [await definition.product()].flat())
  jest.setTimeout(60_000)
  expectNoLeftovers()

  describe(`${number}: ${title}`, () => {
    if (notShown || definition.plain === undefined) {
      result.plain = `not shown here: ${notShown}`
      test.skip(`plain podman (not shown here: ${notShown})`, () => undefined)
    } else {
      const plain = definition.plain
      test(mended ? `plain podman: mended in ${mendedIn}` : 'plain podman falls in', async () => {
        const fell = await plain()
        result.plain = fell ? 'falls in' : mended ? `mended in ${mendedIn}` : 'does not fall in'
        expect({ podman: podmanVersion, fallsIn: fell }).toEqual({ podman: podmanVersion, fallsIn: !mended })
      })
    }

    test(`the product: ${outcome}`, async () => {
      result.product = '**failed**'
      await runs()
      result.product = outcome
    })

    const { message } = definition
    test(typeof message === 'string' ? `nothing to tell: ${message}` : 'the message helps', async () => {
      const steps = await runs()
      try {
        if (typeof message === 'string') for (const step of steps) expect(alarms(step)).toEqual([])
        else await message(steps.at(-1)!)
      } catch (error) {
        result.product = '**failed**'
        throw error
      }
    })
  })

  afterAll(() => record(result))
}

/** Warnings and errors of a run. */
export function alarms({ annotations }: StepEnded): StepEnded['annotations'] {
  return annotations.filter(({ level }) => level !== 'notice')
}

/** A message that names the cause, the place and the cure. */
export interface Told {
  readonly level: 'error' | 'warning'
  readonly cause: RegExp | string
  /** Line of the Dockerfile; or what else names the place, such as an input. */
  readonly place: number | RegExp | string
  readonly cure: RegExp | string
}

/** Expects one message, of that level, and that it helps. */
export function expectTold(step: StepEnded, { level, cause, place, cure }: Told): void {
  const found = step.annotations.filter((each) => each.level === level)
  expect(found).toEqual([expect.anything()])
  const [{ message, properties }] = found as [StepEnded['annotations'][number]]
  const [what, todo] = message.split('What to do: ')
  if (typeof place === 'number') expect(`${properties},`).toContain(`line=${place},`)
  else expect(what).toMatch(place)
  expect(what).toMatch(cause)
  expect(todo).toMatch(cure)
}

function once<T>(action: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | undefined
  return () => {
    running ??= action()
    return running
  }
}

// scripts/lib/traps-table.mjs makes the table of it.
function record(result: Outcome): void {
  const folder = join(process.env.TEST_STATE!, 'results', 'traps', process.env.TEST_WORLD ?? 'here')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${result.number}.json`), JSON.stringify(result))
}
