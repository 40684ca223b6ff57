// The part `push` of scripts/bench: how much of pushing is left when the slowest platform is built, through a registry of 20 MB/s.
import { spawn } from 'node:child_process'
import { randomFillSync } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { build, conditions, median, quiet, registry, rounds, shown, timed } from './bench-tools.mjs'

const RATE = 20e6
const PAYLOAD = 60e6
// One platform waits, as one does that compiles longer.
const DOCKERFILE = `ARG REGISTRY
FROM --platform=$BUILDPLATFORM $REGISTRY/ubi9/ubi-minimal:9.6 AS wait
ARG TARGETARCH
RUN if [ "$TARGETARCH" = arm64 ]; then sleep 12; fi; echo "$TARGETARCH" >/done
FROM scratch
ARG TARGETARCH
COPY --from=wait /done /
COPY $TARGETARCH /payload
`

const proxy = spawn(process.execPath, ['scripts/lib/throttle.mjs', registry, String(RATE)], {
  stdio: ['ignore', 'pipe', 'inherit'],
})
process.on('exit', () => proxy.kill())
const port = await new Promise((done) => createInterface({ input: proxy.stdout }).once('line', done))
let counter = 0

/** A build of two platforms that push 60 MB each, and the same again. */
function round(folder) {
  const context = join(folder, 'context')
  mkdirSync(context)
  writeFileSync(join(context, 'Dockerfile'), DOCKERFILE)
  for (const name of ['amd64', 'arm64'])
    writeFileSync(join(context, name), randomFillSync(Buffer.alloc(PAYLOAD)))
  const name = `127.0.0.1:${port}/bench/push-${process.pid}-${++counter}`
  const options = ['--context', context, '--cache=off', '--build-args', `REGISTRY=${registry}`]
  const first = build(folder, name, options)
  const again = build(folder, name, options)
  return () => {
    const all = Object.values(first.builds).map(({ seconds }) => seconds)
    const whole = ({ build: built, export: exported, verify, push }) => built + exported + verify + push
    const slowest = all.reduce((a, b) => (whole(a) > whole(b) ? a : b))
    return {
      total: first.seconds,
      push: slowest.push,
      rest: first.seconds - whole(slowest),
      again: Math.max(...Object.values(again.builds).map(({ seconds }) => seconds.push)),
    }
  }
}

console.log(`${conditions(quiet('podman', ['--version']).toString().trim())}, registry of ${RATE / 1e6} MB/s`)
const runs = Array.from({ length: rounds }, () => timed(round))
const of = (name) => median(runs.map((run) => run[name]))
console.log(`
two platforms of ${PAYLOAD / 1e6} MB each, one of which takes 12 s longer
  the whole run                              ${shown(of('total'))}
  pushing one platform                       ${shown(of('push'))}
  all but the slowest platform’s own time    ${shown(of('rest'))}   ratio to pushing one platform ${(of('rest') / of('push')).toFixed(2)}
  pushing what is there already              ${shown(of('again'))}`)
proxy.kill()
