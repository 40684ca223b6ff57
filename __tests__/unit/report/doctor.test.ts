import { error, ok, warning } from '../../../src/host/check.js'
import { doctorJson, doctorText, isAble } from '../../../src/report/doctor.js'

const sections = [
  { title: 'podman', checks: [ok('podman', '5.8.6'), warning('driver', 'vfs', 'take overlay')] },
  { title: 'platforms', checks: [ok('linux/amd64', 'native\u001b[31m')] },
]

test('a line for each check, and under it what to do', () => {
  expect(doctorText(sections)).toBe(`podman
  ✓ podman       5.8.6
  ! driver       vfs
                 → take overlay

platforms
  ✓ linux/amd64  native

This machine can build; 1 thing to mend for some builds, see ! above.`)
})

test('an error means that it can’t build', () => {
  const broken = [...sections, { title: 'x', checks: [error('y', 'z', 'mend it')] }]
  expect(isAble(sections)).toBe(true)
  expect(isAble(broken)).toBe(false)
  expect(doctorText(broken)).toMatch(/✗ y[\s\S]*can’t build with the defaults/)
  expect(doctorJson(broken)).toEqual({ able: false, sections: broken })
})
