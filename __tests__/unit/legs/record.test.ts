import fc from 'fast-check'
import {
  encodeRecord,
  type LegRecord,
  parseRecord,
  recordName,
  recordPrefix,
} from '../../../src/legs/record.js'
import { digestOf } from '../../../src/oci/digest.js'
import { MalformedError } from '../../../src/oci/parse.js'
import { parsePlatform } from '../../../src/oci/platform.js'
import { parseRepository } from '../../../src/oci/reference.js'
import { mediaType } from '../../../src/oci/types.js'

const record: LegRecord = {
  repositories: ['quay.io/o/gateway', 'localhost:5000/gateway'].map((text) => parseRepository(text)),
  platform: parsePlatform('linux/arm/v7'),
  descriptor: { mediaType: mediaType.ociManifest, digest: digestOf('x'), size: 42 },
  pushed: true,
  verify: 'strict',
  commit: 'a'.repeat(40),
  attempt: '1',
  metadata: { size: 1, layers: [] },
}

test('a record is read as it was written', () => {
  expect(parseRecord(encodeRecord(record))).toEqual(record)
  expect(parseRecord(encodeRecord({ ...record, commit: undefined }))).toEqual({
    ...record,
    commit: undefined,
  })
})

test('names are those that artifacts may have, and tell images that look alike apart', () => {
  const names = ['quay.io/o/a-b', 'quay.io/o-a/b', 'localhost:5000/b', 'localhost/5000-b'].map((text) =>
    recordName({ repositories: [parseRepository(text)], platform: record.platform }),
  )
  expect(new Set(names).size).toBe(names.length)
  // What actions/upload-artifact refuses in a name.
  for (const name of names) expect(name).toMatch(/^multiarch-build\.[^"<>|*?\r\n:/\\]+$/)
  expect(names[0]!.startsWith(recordPrefix(parseRepository('quay.io/o/a-b')))).toBe(true)
  expect(names[0]!.startsWith(recordPrefix(parseRepository('quay.io/o/a')))).toBe(false)
})

const broken: readonly [string, unknown][] = [
  ['version', 2],
  ['repositories', []],
  ['repositories', ['../x']],
  ['platform', 'nothing'],
  ['descriptor', { mediaType: 'x', digest: 'sha256:../../etc/passwd', size: 1 }],
  ['descriptor', { mediaType: 'x', digest: digestOf('x'), size: -1 }],
  ['commit', 7],
  ['metadata', 'text'],
]
test.each(broken)('one whose %s is %j is refused', (field, value) => {
  const fields = JSON.parse(encodeRecord(record)) as Record<string, unknown>
  expect(() => parseRecord(JSON.stringify({ ...fields, [field]: value }))).toThrow(MalformedError)
})

test('whatever stands in the file, it is a record or refused', () => {
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
      expect(() => parseRecord(text)).toThrow(MalformedError)
    }),
  )
})
