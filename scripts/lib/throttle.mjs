// A proxy on 127.0.0.1 that lets so many bytes a second through to a registry, in both directions each. Prints its port.
//   node throttle.mjs HOST:PORT BYTES_PER_SECOND
import { connect, createServer } from 'node:net'
import { Transform } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'

const [, , upstream, rate] = process.argv
const [host, port] = upstream.split(':')

/** All connections share the rate. */
function throttle(budget) {
  return new Transform({
    async transform(chunk, _, done) {
      const now = performance.now()
      budget.free = Math.max(budget.free, now) + (chunk.length / Number(rate)) * 1000
      await sleep(budget.free - now)
      done(null, chunk)
    },
  })
}

const [up, down] = [{ free: 0 }, { free: 0 }]
const server = createServer((client) => {
  const registry = connect(Number(port), host)
  client.pipe(throttle(up)).pipe(registry)
  registry.pipe(throttle(down)).pipe(client)
  client.on('error', () => registry.destroy())
  registry.on('error', () => client.destroy())
  client.on('close', () => registry.destroy())
})
server.listen(0, '127.0.0.1', () => console.log(server.address().port))
