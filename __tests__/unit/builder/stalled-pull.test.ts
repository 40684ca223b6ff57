import { setTimeout as sleep } from 'node:timers/promises'
import { BuildLog } from '../../../src/builder/build-log.js'
import { isPulling, unlessStalled } from '../../../src/builder/stalled-pull.js'
import { Interrupted } from '../../../src/errors.js'
import { stream } from '../../../src/host/process.js'
import { bytesReadByGroup } from '../../../src/host/process-group.js'
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
  const read: (number | undefined)[] = []
  await stream('sh', ['-c', 'cat /bin/sh >/dev/null; echo first; cat | cat & sleep 30'], {
    signal: AbortSignal.timeout(5000),
    onStart: (pid) => {
      leader = pid
    },
    onLine: () => void bytesReadByGroup(leader).then((bytes) => read.push(bytes)),
  }).catch((error: unknown) => expect(error).toBeInstanceOf(Interrupted))
  expect(read).toEqual([expect.any(Number)])
  expect(read[0]).toBeGreaterThan(0)
  // Nobody is left in the end: those that no shell waits for are taken by process 1, in its own time.
  for (const end = Date.now() + 10_000; Date.now() < end; await sleep(50))
    if ((await bytesReadByGroup(leader)) === undefined) return
  throw new Error('the group is still there')
}, 20_000)

test('a run that ends, fails or is cancelled does so as without a watch', async () => {
  const never = new AbortController().signal
  const run = (script: string) => (signal: AbortSignal, onStart: (pid: number) => void) =>
    stream('sh', ['-c', script], { signal, onStart })
  expect(await unlessStalled(() => true, never, run('exit 3'))).toEqual({ exitCode: 3 })
  await expect(unlessStalled(() => true, AbortSignal.timeout(100), run('sleep 30'))).rejects.toThrow(
    Interrupted,
  )
}, 20_000)
