import { createSocket, type Socket } from 'node:dgram'
import { writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { must } from './runner.js'

const HEADER_BYTES = 12
const ADDRESS_TYPE = 1
const NAME_ERROR = 3
const SERVER_FAILURE = 2

/** The place of a name server; waited for while another suite has it. */
async function bound(): Promise<Socket> {
  for (;;) {
    const socket = createSocket('udp4')
    try {
      await new Promise<void>((resolve, reject) => {
        socket.once('error', reject)
        socket.bind(53, '127.0.0.1', resolve)
      })
      return socket
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
      await sleep(500)
    }
  }
}

/**
 * A DNS server that knows every name as 127.0.0.1, and fails for some. It needs a world of root's, whose /etc/resolv.conf it takes
 * the place of: the C library asks at port 53 only.
 * https://www.rfc-editor.org/rfc/rfc1035#section-4
 */
export class NameServer {
  /** Names that have no address for now, and how they are said to have none. */
  readonly failing = new Map<string, 'unknown' | 'failure'>()
  /** How often failing names were asked for. */
  failed = 0

  private constructor(private readonly socket: Socket) {}

  /** @param folder for the file that is laid over /etc/resolv.conf */
  static async start(folder: string): Promise<NameServer> {
    const socket = await bound()
    const server = new NameServer(socket)
    socket.on('message', (question, { port, address }) => {
      socket.send(server.answer(question), port, address)
    })
    const file = `${folder}/resolv.conf`
    writeFileSync(file, 'nameserver 127.0.0.1\noptions timeout:1 attempts:1\n')
    await must(['mount', '--bind', file, '/etc/resolv.conf'])
    return server
  }

  async stop(): Promise<void> {
    await must(['umount', '/etc/resolv.conf'])
    await new Promise<void>((done) => this.socket.close(done))
  }

  private answer(question: Buffer): Buffer {
    const labels: string[] = []
    let at = HEADER_BYTES
    for (; question[at] !== 0; at += question[at]! + 1) {
      labels.push(question.toString('latin1', at + 1, at + 1 + question[at]!))
    }
    // One question, without the records that may follow it.
    const asked = question.subarray(HEADER_BYTES, at + 5)
    const how = this.failing.get(labels.join('.').toLowerCase())
    if (how !== undefined) this.failed++
    const code = how === undefined ? 0 : how === 'unknown' ? NAME_ERROR : SERVER_FAILURE
    const hasAddress = code === 0 && asked.readUInt16BE(asked.length - 4) === ADDRESS_TYPE
    const header = Buffer.alloc(HEADER_BYTES)
    question.copy(header, 0, 0, 2)
    // A response, recursion desired and available.
    header.writeUInt16BE(0x8180 | code, 2)
    header.writeUInt16BE(1, 4)
    header.writeUInt16BE(hasAddress ? 1 : 0, 6)
    // A pointer to the question's name, type A, class IN, no time to live, four bytes.
    const record = Buffer.from([0xc0, HEADER_BYTES, 0, 1, 0, 1, 0, 0, 0, 0, 0, 4, 127, 0, 0, 1])
    return Buffer.concat([header, asked, ...(hasAddress ? [record] : [])])
  }
}
