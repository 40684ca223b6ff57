// A worker that serves files of a folder on 127.0.0.1, while the thread that started it waits for other programs.
import { createReadStream, existsSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'

// Address to file name.
const { folder, files } = workerData

const server = createServer((request, response) => {
  const name = files[request.url]
  if (name === undefined || !existsSync(join(folder, name))) response.writeHead(404).end()
  else createReadStream(join(folder, name)).pipe(response)
})
server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port))
