import { parseDockerfile } from '../../../src/dockerfile/parse.js'
import { emulationEstimate } from '../../../src/pipeline/estimate.js'

const dockerfile = (text: string) => parseDockerfile(text, 'Dockerfile')

test.each<[string, string, string | undefined, RegExp]>([
  ['one step', 'FROM a\nRUN go build ./...\n', undefined, /^line 2 compiles under emulation.*times as long/],
  ['two', 'FROM a\nRUN make\nRUN cargo build\n', undefined, /^lines 2, 3 compile under emulation/],
])('%s that compiles is named', (_what, text, target, expected) => {
  expect(emulationEstimate(dockerfile(text), target, undefined)).toMatch(expected)
})

test('what an earlier build took is said', () => {
  expect(emulationEstimate(dockerfile('FROM a\nRUN make\n'), undefined, 425)).toContain(
    'an earlier build took 7 min 5 s',
  )
})

test.each([
  ['nothing compiles', 'FROM a\nRUN dnf install -y x\n'],
  [
    'the compiler runs natively',
    'FROM --platform=$BUILDPLATFORM a AS b\nRUN make\nFROM scratch\nCOPY --from=b /x /x\n',
  ],
  ['the stage is not needed', 'FROM a AS b\nRUN make\nFROM a\nCOPY x /x\n'],
])('nothing is said when %s', (_what, text) => {
  expect(emulationEstimate(dockerfile(text), undefined, 60)).toBeUndefined()
})
