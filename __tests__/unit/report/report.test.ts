import fc from 'fast-check'
import { clock } from '../../../src/host/clock.js'
import { digestOf } from '../../../src/oci/digest.js'
import { parsePlatform } from '../../../src/oci/platform.js'
import { parseRepository, withTag } from '../../../src/oci/reference.js'
import { mediaType } from '../../../src/oci/types.js'
import { escapeMarkdown, fenced, formatSeconds, formatSize } from '../../../src/report/format.js'
import { metadata, outputs } from '../../../src/report/outputs.js'
import type { PlatformReport, Report } from '../../../src/report/report.js'
import { failureSummary, summary } from '../../../src/report/summary.js'

const repository = parseRepository('quay.io/o/n')
const shared = { mediaType: 'layer', digest: digestOf('shared'), size: 1_000_000 }

function platform(text: string, execution: PlatformReport['execution']): PlatformReport {
  const config = { mediaType: mediaType.ociConfig, digest: digestOf(`${text} config`), size: 1000 }
  const own = { mediaType: 'layer', digest: digestOf(text), size: 3_000_000 }
  return {
    platform: parsePlatform(text),
    execution,
    cacheHits: 0,
    buildSeconds: 61.234,
    exportSeconds: 0.5,
    verifySeconds: 0.1,
    cache: undefined,
    pushSeconds: 1,
    image: {
      platform: parsePlatform(text),
      descriptor: { mediaType: mediaType.ociManifest, digest: digestOf(`${text} manifest`), size: 500 },
      manifest: { schemaVersion: 2, mediaType: mediaType.ociManifest, config, layers: [shared, own] },
      config: { os: 'linux', architecture: 'x' },
    },
  }
}

const report: Report = {
  index: { mediaType: mediaType.ociIndex, digest: digestOf('index'), size: 300 },
  repositories: [repository],
  references: [withTag(repository, '1.0'), withTag(repository, 'latest')],
  platforms: [platform('linux/amd64', 'native'), platform('linux/arm/v7', 'emulated')],
  pushed: true,
  loaded: undefined,
  dockerConfig: undefined,
  ociLayout: '/tmp/layout',
  seconds: 70,
  cache: undefined,
  podman: '5.8.4',
  warnings: [],
  notices: [],
}

test('outputs', () => {
  const all = Object.fromEntries(outputs(report))
  expect(JSON.parse(all.digests!)).toEqual({
    'linux/amd64': digestOf('linux/amd64 manifest'),
    'linux/arm/v7': digestOf('linux/arm/v7 manifest'),
  })
  expect(all).toMatchObject({
    digest: digestOf('index'),
    'digest-linux-amd64': digestOf('linux/amd64 manifest'),
    'digest-linux-arm-v7': digestOf('linux/arm/v7 manifest'),
    image: `quay.io/o/n@${digestOf('index')}`,
    tags: 'quay.io/o/n:1.0\nquay.io/o/n:latest',
    pushed: 'true',
    platforms: 'linux/amd64,linux/arm/v7',
    'oci-layout': '/tmp/layout',
  })
  expect(JSON.parse(all.metadata!)).toEqual(JSON.parse(JSON.stringify(metadata(report))))
  expect(metadata(report)).toMatchObject({
    'containerimage.digest': digestOf('index'),
    size: 7_003_000,
    builds: { 'linux/arm/v7': { size: 4_001_500, emulated: true, seconds: { build: 61.23 } } },
  })
})

test('the summary says what a person wants to know', () => {
  const text = summary(report)
  expect(text).toContain('quay.io/o/n: 2 platforms pushed')
  expect(text).toContain('| linux/arm/v7 | `sha256:')
  expect(text).toContain('1 of 4 layers are shared between platforms; linux/arm/v7 adds 3.0 MB (75 %)')
  expect(text).toContain(`podman pull quay.io/o/n@${digestOf('index')}`)
  expect(summary({ ...report, pushed: false })).toContain('Tags it would get')
})

test('what the cache did is in the summary and the metadata, and can’t break them', () => {
  const facts = { unchanged: true, reasons: [], mounts: [], resumed: [], steps: [] }
  const resumed = [{ stage: 'builder', line: 12, seconds: 61, bytes: 30_000_000 }]
  const mounts = [{ name: '/cache`\n<b>', bytes: 2_000_000 }]
  const cached = {
    ...report,
    cache: { place: 'GitHub’s *cache*', bytesFetched: 3_000_000, bytesToSave: 0 },
    platforms: [
      { ...report.platforms[0]!, cache: facts },
      {
        ...report.platforms[1]!,
        cache: { unchanged: false, reasons: ['line 3: no *checksum*'], mounts, resumed, steps: [] },
      },
    ],
  }
  const text = summary(cached)
  expect(text).toMatch(/\| linux\/amd64 .*\| ♻️ unchanged \|/)
  expect(text).toContain('Cache mounts from earlier runs: /cache\\` &lt;b&gt; (2.0 MB, linux/arm/v7).')
  expect(text).toContain('The next run builds this again even if nothing changes: line 3: no \\*checksum\\*.')
  expect(text).toContain(
    'Steps that were not run again: builder up to line 12 (1 min 1 s, 30.0 MB fetched, linux/arm/v7).',
  )
  expect(metadata(cached)).toMatchObject({ builds: { 'linux/amd64': { cache: facts } } })
  expect(text).toContain('Cache: 3.0 MB came from GitHub’s \\*cache\\*, 0 B to be saved.')
  expect(metadata(report)).not.toHaveProperty('cache')
  expect(metadata(report)).not.toHaveProperty(['builds', 'linux/amd64', 'cache'])
})

test('problems come first', () => {
  const text = summary({ ...report, warnings: [{ message: 'odd <b>' }], notices: ['not pushed'] })
  expect(text.indexOf('odd &lt;b&gt;')).toBeGreaterThan(0)
  expect(text.indexOf('odd')).toBeLessThan(text.indexOf('not pushed'))
  expect(text.indexOf('not pushed')).toBeLessThan(text.indexOf('| Platform'))
})

test('a failure’s summary puts the problem first and can’t be broken by a log', () => {
  const text = failureSummary({
    title: 'multiarch-build failed',
    message: 'linux/arm64: RUN failed <img src=x>',
    cure: 'mend it',
    place: 'Dockerfile:3',
    tail: ['```', '</details>', '# title'],
    fates: ['linux/amd64: stopped after 0:03'],
    tagsSet: [],
  })
  expect(text.indexOf('RUN failed')).toBeLessThan(text.indexOf('mend it'))
  expect(text).not.toContain('<img')
  expect(text).toContain('````text\n```\n')
  expect(text).toContain('No tag was set or moved.')
})

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1.0 kB'],
  [12_345_678, '12.3 MB'],
  [540e6, '540 MB'],
  [2e9, '2.0 GB'],
])('%i bytes are %s', (bytes, expected) => expect(formatSize(bytes)).toBe(expected))

test.each([
  [0.123, '0.1 s'],
  [59.4, '59 s'],
  [61.6, '1 min 2 s'],
])('%d seconds are %s', (seconds, expected) => expect(formatSeconds(seconds)).toBe(expected))

test.each([
  [0, '0:00'],
  [62_900, '1:02'],
  [3_609_000, '1:00:09'],
])('%i ms are %s', (milliseconds, expected) => expect(clock(milliseconds)).toBe(expected))

test('no text ends its own fence or brings in HTML', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('`', '```', 'x', '\n', '<b>', '|')), (parts) => {
      const [first, ...rest] = fenced(parts.join('')).split('\n')
      const fence = first!.replace('text', '')
      expect(rest.slice(0, -1).some((line) => line.trim().startsWith(fence))).toBe(false)
      expect(escapeMarkdown(parts.join(''))).not.toMatch(/[<>\n]|(^|[^\\])[|]/)
    }),
  )
})
