import { createServer, type AddressInfo, type Socket } from 'node:net'

/**
 * A request is an array of bulk strings (Redis serialization protocol, "Sending commands to a Redis server").
 * @returns those that are whole, and what is left.
 */
const requests = (text: string): { whole: string[][]; rest: string } => {
  const whole: string[][] = []
  for (let at = 0; ;) {
    const start = at
    const line = () => {
      const end = text.indexOf('\r\n', at)
      if (end < 0) return undefined
      const found = text.slice(at, end)
      at = end + 2
      return found
    }
    const count = line()
    if (count === undefined) return { whole, rest: text.slice(start) }
    const parts: string[] = []
    for (let part = 0; part < Number(count.slice(1)); part++) {
      const size = line()
      if (size === undefined || at + Number(size.slice(1)) + 2 > text.length) return { whole, rest: text.slice(start) }
      parts.push(text.slice(at, at + Number(size.slice(1))))
      at += Number(size.slice(1)) + 2
    }
    whole.push(parts)
  }
}

const bulk = (text: string) => `$${text.length}\r\n${text}\r\n`

/**
 * As much of Redis as wakes need, in RESP 3: HELLO, AUTH, PING, CLIENT, SUBSCRIBE, PUBLISH. For the machines of tests that have none.
 * @param password asked for where there is one.
 */
export const startSmallRedis = async (port = 0, password?: string) => {
  const subscribed = new Map<string, Set<Socket>>()
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    let isKnown = password === undefined
    const prove = (given: string | undefined) => {
      isKnown ||= given === password
      return isKnown
    }
    const wrong = '-WRONGPASS invalid username-password pair or user is disabled.\r\n'
    const commands: Record<string, (...given: string[]) => string> = {
      HELLO: (_, ...options) => {
        const at = options.findIndex((one) => one.toUpperCase() === 'AUTH')
        if (at >= 0 && !prove(options[at + 2])) return wrong
        if (!isKnown) return '-NOAUTH HELLO must be called with the client already authenticated\r\n'
        return `%3\r\n${bulk('server')}${bulk('redis')}${bulk('version')}${bulk('7.0.0')}${bulk('proto')}:3\r\n`
      },
      AUTH: (...given) => prove(given.at(-1)) ? '+OK\r\n' : wrong,
      CLIENT: () => '+OK\r\n',
      PING: () => '+PONG\r\n',
      SUBSCRIBE: (...channels) => channels.map((channel, place) => {
        subscribed.set(channel, (subscribed.get(channel) ?? new Set()).add(socket))
        return `>3\r\n${bulk('subscribe')}${bulk(channel)}:${place + 1}\r\n`
      }).join(''),
      PUBLISH: (channel = '', message = '') => {
        const hearers = subscribed.get(channel) ?? new Set()
        for (const one of hearers) one.write(`>3\r\n${bulk('message')}${bulk(channel)}${bulk(message)}`)
        return `:${hearers.size}\r\n`
      },
    }
    let waiting = ''
    socket.on('data', (data) => {
      const { whole, rest } = requests(waiting + data.toString('latin1'))
      waiting = rest
      for (const [name, ...given] of whole) {
        const command = commands[name!.toUpperCase()]
        const isOpen = isKnown || ['HELLO', 'AUTH'].includes(name!.toUpperCase())
        socket.write(!isOpen ? '-NOAUTH Authentication required.\r\n' : command ? command(...given) : `-ERR unknown command '${name}'\r\n`)
      }
    })
    socket.on('error', () => undefined)
    socket.on('close', () => {
      sockets.delete(socket)
      for (const hearers of subscribed.values()) hearers.delete(socket)
    })
  })
  await new Promise<void>((listening) => { server.listen(port, '127.0.0.1', listening) })
  return {
    port: (server.address() as AddressInfo).port,
    stop: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((closed) => { server.close(closed) })
    },
  }
}
