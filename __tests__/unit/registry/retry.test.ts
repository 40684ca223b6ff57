import fc from 'fast-check'
import { RequestError } from '../../../src/registry/request-error.js'
import { delayAfter, isPassingStatus, parseRetryAfter, withRetries } from '../../../src/registry/retry.js'

const unit = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })

describe('delayAfter', () => {
  test('lies within the upper half of a doubling time, at most 30 s', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), unit, (failed, random) => {
        const whole = Math.min(30_000, 500 * 2 ** (failed - 1))
        const delay = delayAfter(failed, undefined, random)
        expect(delay).toBeGreaterThanOrEqual(whole / 2)
        expect(delay).toBeLessThanOrEqual(whole)
      }),
    )
  })

  test('is never shorter than Retry-After, up to two minutes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(10 ** 9), unit, (failed, retryAfter, random) => {
        const delay = delayAfter(failed, retryAfter, random)
        expect(delay).toBeGreaterThanOrEqual(Math.min(retryAfter, 120_000))
        expect(delay).toBeLessThanOrEqual(120_000)
      }),
    )
  })
})

describe('parseRetryAfter', () => {
  const now = Date.parse('2026-03-01T12:00:00Z')
  test.each([
    [undefined, undefined],
    ['120', 120_000],
    [' 0 ', 0],
    ['Sun, 01 Mar 2026 12:00:30 GMT', 30_000],
    ['Sun, 01 Mar 2026 11:00:00 GMT', 0],
    ['soon', undefined],
    ['', undefined],
  ])('%s is %s ms', (header, expected) => {
    expect(parseRetryAfter(header, now)).toBe(expected)
  })

  test('understands any number of seconds and any date', () => {
    fc.assert(fc.property(fc.nat(), (seconds) => parseRetryAfter(String(seconds), now) === seconds * 1000))
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 100_000 }), (seconds) => {
        const date = new Date(now + seconds * 1000).toUTCString()
        expect(parseRetryAfter(date, now)).toBe(Math.max(0, seconds * 1000))
      }),
    )
  })
})

test('408, 429 and 5xx pass, but for 501, 505 and 507; nothing else does', () => {
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 599 }), (status) => {
      expect(isPassingStatus(status)).toBe(
        status === 408 || status === 429 || (status >= 500 && ![501, 505, 507].includes(status)),
      )
    }),
  )
})

describe('withRetries', () => {
  const failure = (passing: boolean) =>
    new RequestError({ registry: 'r.io', operation: 'GET x', happened: '500', passing })

  test('tries a passing failure as often as allowed, others once, and defects never again', async () => {
    const count = async (error: Error, retries: number) => {
      let tries = 0
      const run = withRetries({ retries }, async () => {
        tries++
        throw error
      })
      await expect(run).rejects.toThrow(error.message)
      return tries
    }
    expect(await count(failure(true), 2)).toBe(2)
    expect(await count(failure(true), 1)).toBe(1)
    expect(await count(failure(false), 5)).toBe(1)
    expect(await count(new TypeError('defect'), 5)).toBe(1)
  })
})
