import { withExplicitPlatforms } from '../../../src/dockerfile/explicit-platforms.js'

test.each([
  ['FROM a\nFROM b', undefined],
  ['FROM --platform=$BUILDPLATFORM a\nRUN x', 'FROM --platform=$BUILDPLATFORM a\nRUN x'],
  [
    'FROM --platform=$BUILDPLATFORM a AS one\nRUN x\nfrom  b AS two\nFROM one\nFROM scratch',
    'FROM --platform=$BUILDPLATFORM a AS one\nRUN x\nfrom --platform=linux/arm64  b AS two\nFROM --platform=$BUILDPLATFORM one\nFROM --platform=linux/arm64 scratch',
  ],
  [
    '# syntax=x\nFROM b AS target\nFROM --platform=linux/amd64 a\nFROM Target\nRUN <<EOF\nFROM c\nEOF',
    '# syntax=x\nFROM --platform=linux/arm64 b AS target\nFROM --platform=linux/amd64 a\nFROM --platform=linux/arm64 Target\nRUN <<EOF\nFROM c\nEOF',
  ],
  [
    'FROM --platform=linux/amd64 a\nFROM \\\n  b',
    'FROM --platform=linux/amd64 a\nFROM --platform=linux/arm64 \\\n  b',
  ],
])('%j', (text, expected) => {
  expect(withExplicitPlatforms(text, 'linux/arm64')).toBe(expected)
})
