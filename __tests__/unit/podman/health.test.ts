import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parsePlatform } from '../../../src/oci/platform.js'
import { driverCheck, limitsCheck, userIdsCheck } from '../../../src/podman/health.js'

test.each([
  [{ rootless: false }, 'ok'],
  [{ rootless: true }, 'ok'],
  [{ rootless: true, userIds: 65_537 }, 'ok'],
  [{ rootless: true, userIds: 1 }, 'warning'],
  [{ rootless: true, userIds: 1001 }, 'warning'],
])('%j: user ids are %s', (info, state) => expect(userIdsCheck(info).state).toBe(state))

test('vfs is said to be slow', () => {
  expect(driverCheck('overlay').state).toBe('ok')
  expect(driverCheck('vfs')).toMatchObject({ state: 'warning', cure: expect.stringContaining('overlay') })
})

test('limits matter to podman 5 as root that may not raise them, unless its configuration says so', async () => {
  const podman = {
    version: '5.8.6',
    platform: parsePlatform('linux/amd64'),
    rootless: false,
    isRemote: false,
    graphRoot: '/x',
    graphDriver: 'overlay',
    graphOptions: [],
    images: 0,
  }
  const folder = await mkdtemp(join(tmpdir(), 'health-test-'))
  const file = join(folder, 'containers.conf')
  const few = { files: 20_000, processes: Infinity, mayRaise: false }
  const state = async (info = podman, limits = few) =>
    (await limitsCheck(info, limits, { CONTAINERS_CONF: file })).state
  expect(await state()).toBe('warning')
  expect(await state({ ...podman, version: '4.9.3' })).toBe('ok')
  expect(await state({ ...podman, rootless: true })).toBe('ok')
  expect(await state(podman, { ...few, mayRaise: true })).toBe('ok')
  await writeFile(file, '[containers]\ndefault_ulimits = ["nofile=1:1"]\n')
  expect(await state()).toBe('ok')
  await rm(folder, { recursive: true })
})
