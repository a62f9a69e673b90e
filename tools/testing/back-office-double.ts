// A back office reduced to one answer, to test how it is kept running: it dies when it is told to, and says which variables it was given.
import { createServer } from 'node:http'

const [port, failing] = [Number(process.env.BACK_OFFICE_PORT), process.env.DOUBLE_BACK_OFFICE_FAILS]
if (failing) {
  process.send?.({ failed: { message: 'a fault of ours', code: failing, port } }, () => process.exit(1))
} else {
  const server = createServer((request, response) => {
    if (request.method === 'POST') process.kill(process.pid, 'SIGKILL')
    response.end(Object.keys(process.env).filter((name) => name.startsWith('DATABASE_URL')).join())
  }).listen(port, '127.0.0.1', () => process.send?.({ ready: `http://127.0.0.1:${port}` }))
  const end = () => {
    server.closeAllConnections()
    server.close(() => process.exit(0))
  }
  process.on('SIGINT', () => {})
  process.on('SIGTERM', end)
  process.on('disconnect', end)
}
