import { createServer } from 'node:http'
import { answering } from './answering.ts'
import { socketIo } from './packages.ts'
import { line } from './told.ts'

const http = createServer()
const io = socketIo(http)
answering({
  write: () => undefined,
  broadcast: () => { io.emit('message', line(1)) },
})
http.listen(0, '127.0.0.1', () => process.send!({ port: (http.address() as { port: number }).port }))
