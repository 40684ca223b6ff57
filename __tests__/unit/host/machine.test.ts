import { cgroupsOf, limitsOf, nodeCheck } from '../../../src/host/machine.js'

test.each([
  ['cgroup2 /sys/fs/cgroup cgroup2 rw 0 0', 'v2'],
  ['cgroup /sys/fs/cgroup/cpu cgroup rw 0 0', 'v1'],
  ['cgroup /sys/fs/cgroup/cpu cgroup rw 0 0\ncgroup2 /sys/fs/cgroup/unified cgroup2 rw 0 0', 'hybrid'],
  ['proc /proc proc rw 0 0', 'none'],
])('%j: cgroups %s', (mounts, expected) => expect(cgroupsOf(mounts)).toBe(expected))

test('limits, as /proc shows them', () => {
  const limits = `Limit                     Soft Limit           Hard Limit           Units
Max processes             96365                unlimited            processes
Max open files            1024                 20000                files
`
  expect(limitsOf(limits, 'CapEff:\t000001ffffffffff\n')).toEqual({
    files: 20_000,
    processes: Infinity,
    mayRaise: true,
  })
  expect(limitsOf(limits, 'CapEff:\t00000000a80425fb\n').mayRaise).toBe(false)
})

test('Node', () => {
  expect(nodeCheck('20.1.0').state).toBe('ok')
  expect(nodeCheck('18.20.0')).toMatchObject({ state: 'error', cure: expect.stringContaining('20') })
})
