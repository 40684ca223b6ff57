import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ContentReader } from '../../src/verify/content.js'
import { architectureOf, machineName, runsOn } from '../../src/verify/machine.js'
import { foreignBinaries } from '../support/world.js'

// Real programs of all architectures that Debian 12 has, static and dynamic.

/** Debian's name, OCI's, what we call it, and the dynamic loader. */
const architectures = [
  ['amd64', 'amd64', 'amd64', '/lib64/ld-linux-x86-64.so.2'],
  ['arm64', 'arm64', 'arm64', '/lib/ld-linux-aarch64.so.1'],
  ['armel', 'arm', 'arm (soft float)', '/lib/ld-linux.so.3'],
  ['armhf', 'arm', 'arm (hard float)', '/lib/ld-linux-armhf.so.3'],
  ['i386', '386', '386', '/lib/ld-linux.so.2'],
  ['mips64el', 'mips64le', 'mips64le', '/lib64/ld.so.1'],
  ['mipsel', 'mipsle', 'mipsle', '/lib/ld.so.1'],
  ['ppc64el', 'ppc64le', 'ppc64le', '/lib64/ld64.so.2'],
  ['s390x', 's390x', 's390x', '/lib/ld64.so.1'],
] as const

function elfOf(...path: string[]) {
  const bytes = readFileSync(join(foreignBinaries(), ...path))
  const reader = new ContentReader(bytes.length)
  for (let at = 0; at < bytes.length; at += 65_536) reader.push(bytes.subarray(at, at + 65_536))
  const content = reader.end()
  if (content.kind !== 'elf') throw new Error(`${path.join('/')} is ${JSON.stringify(content)}`)
  return content.elf
}

test.each(architectures)('%s', (debian, oci, name, loader) => {
  const busybox = elfOf(debian, 'busybox')
  expect(busybox.interpreter).toBeUndefined()
  const hello = elfOf(debian, 'hello')
  expect(hello).toMatchObject({
    interpreter: loader,
    linking: { needed: expect.arrayContaining(['libc.so.6']) },
  })
  for (const elf of [busybox, hello]) {
    expect(architectureOf(elf)).toBe(oci)
    expect(machineName(elf)).toBe(name)
    const runners = architectures.map(([, other]) => other).filter((other) => runsOn(elf, other) === 'yes')
    expect(new Set(runners)).toEqual(new Set([oci]))
  }
})
