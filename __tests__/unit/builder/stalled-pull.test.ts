import { setTimeout as sleep } from 'node:timers/promises'
import { BuildLog } from '../../../src/builder/build-log.js'
import { isPulling, isStill, unlessStalled } from '../../../src/builder/stalled-pull.js'
import { Interrupted } from '../../../src/errors.js'
import { stream } from '../../../src/host/process.js'
import { type Reads, readsOfGroup } from '../../../src/host/process-group.js'
import { parsePlatform } from '../../../src/oci/platform.js'

function logOf(...lines: string[]): BuildLog {
  const log = new BuildLog({ line: () => undefined } as never, parsePlatform('linux/amd64'))
  for (const line of lines) log.line(line)
  log.close()
  return log
}

test.each([
  [['STEP 1/3: FROM registry.example/base'], true],
  [['[1/2] STEP 1/3: FROM registry.example/base', 'Trying to pull registry.example/base...'], true],
  [
    ['STEP 1/3: FROM a', 'Trying to pull a...', 'Getting image source signatures', 'Copying blob sha256:1'],
    true,
  ],
  [['STEP 2/3: COPY --from=registry.example/tools /t /t', 'Trying to pull registry.example/tools...'], true],
  // It is in the store then, and podman is at work on it.
  [['STEP 1/3: FROM a', 'Copying config sha256:1', 'Writing manifest to image destination'], false],
  [['STEP 2/3: COPY . .'], false],
  [['STEP 2/3: RUN skopeo copy docker://a docker://b'], false],
  [['STEP 2/3: RUN skopeo copy docker://a docker://b', 'Copying blob sha256:1'], false],
  [['STEP 3/3: COPY . .', 'COMMIT x'], false],
  [[], false],
])('%j is taking an image: %s', (lines, expected) => {
  expect(isPulling(logOf(...lines))).toBe(expected)
})

test('what a group has read is the sum of its members', async () => {
  let leader = 0
  const read: (Reads | undefined)[] = []
  await stream('sh', ['-c', 'cat /bin/sh >/dev/null; echo first; cat | cat & sleep 30'], {
    signal: AbortSignal.timeout(5000),
    onStart: (pid) => {
      leader = pid
    },
    onLine: () => void readsOfGroup(leader).then((reads) => read.push(reads)),
  }).catch((error: unknown) => expect(error).toBeInstanceOf(Interrupted))
  expect(read).toHaveLength(1)
  expect(read[0]?.calls).toBeGreaterThan(10)
  expect(read[0]?.bytes).toBeGreaterThan(1000)
  // Nobody is left in the end: those that no shell waits for are taken by process 1, in its own time.
  for (const end = Date.now() + 10_000; Date.now() < end; await sleep(50))
    if ((await readsOfGroup(leader)) === undefined) return
  throw new Error('the group is still there')
}, 20_000)

test.each([
  ['nothing', { bytes: 0, calls: 0 }, true],
  // podman 5.8.6, at rest: 25-30 such reads in five seconds
  ['threads that wake each other', { bytes: 8 * 300, calls: 300 }, true],
  ['one of them was an answer that asks to wait', { bytes: 8 * 30 + 350, calls: 32 }, false],
  ['a slow layer', { bytes: 5 * 1024, calls: 20 }, false],
  ['a program has ended', { bytes: -50_000, calls: -10 }, false],
])('what a group has read between two looks: %s', (_, { bytes, calls }, expected) => {
  const before = { bytes: 100_000, calls: 200 }
  expect(isStill(before, { bytes: before.bytes + bytes, calls: before.calls + calls })).toBe(expected)
})

test('nothing is still where the kernel does not tell', () => {
  expect(isStill(undefined, { bytes: 1, calls: 1 })).toBe(false)
  expect(isStill({ bytes: 1, calls: 1 }, undefined)).toBe(false)
})

test('a run that ends, fails or is cancelled does so as without a watch', async () => {
  const never = new AbortController().signal
  const run = (script: string) => (signal: AbortSignal, onStart: (pid: number) => void) =>
    stream('sh', ['-c', script], { signal, onStart })
  expect(await unlessStalled(() => true, never, run('exit 3'))).toEqual({ exitCode: 3 })
  await expect(unlessStalled(() => true, AbortSignal.timeout(100), run('sleep 30'))).rejects.toThrow(
    Interrupted,
  )
}, 20_000)
