import { withExplicitPlatforms, withTargetValues } from '../../../src/dockerfile/explicit-platforms.js'
import { parsePlatform } from '../../../src/oci/platform.js'

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

test.each([
  ['FROM a\nARG B=$TARGETARCH', 'FROM a\nARG B=$TARGETARCH'],
  [
    'ARG A=${TARGETARCH:-amd64} B=$TARGETOS\nFROM x-$TARGETARCH\nENV C=$TARGETARCH',
    'ARG A=arm B=linux\nFROM x-arm\nENV C=$TARGETARCH',
  ],
  [
    'FROM --platform=$TARGETPLATFORM a\nFROM \\\n  b:${TARGETVARIANT}\nFROM $TARGETARCHIVE',
    'FROM --platform=linux/arm/v7 a\nFROM \\\n  b:v7\nFROM $TARGETARCHIVE',
  ],
])('values written out: %j', (text, expected) => {
  expect(withTargetValues(text, parsePlatform('linux/arm/v7'))).toBe(expected)
})

test('a platform without a variant leaves TARGETVARIANT alone', () => {
  expect(withTargetValues('FROM a:$TARGETARCH$TARGETVARIANT', parsePlatform('linux/arm64'))).toBe(
    'FROM a:arm64$TARGETVARIANT',
  )
})
