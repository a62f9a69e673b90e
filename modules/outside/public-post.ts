import { request as requestHttp, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http'
import { request as requestHttps } from 'node:https'
import { addressOf, FetchError, pinnedTo, readUrl, type Outside } from './connection.ts'

export interface PostOptions extends Outside {
  readonly headers: OutgoingHttpHeaders
  readonly body: Buffer
  /** For the whole. In milliseconds. */
  readonly within?: number
}
export interface Posted { readonly status: number; readonly headers: IncomingHttpHeaders }

const WITHIN = 10_000

/**
 * Gives something to a machine of the public internet, at an address that a person gave: never to one of our own network. Follows no
 * redirection, and reads nothing of the answer but its head.
 * @throws FetchError; one whose `given` is true may have been taken, and nobody knows.
 */
export const postPublic = async (address: string, { headers, body, within = WITHIN, ...outside }: PostOptions): Promise<Posted> => {
  const url = readUrl(address)
  const to = await addressOf(url, outside)
  const signal = AbortSignal.timeout(within)
  let given = false
  try {
    return await new Promise<Posted>((resolve, reject) => {
      const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, { ...pinnedTo(to), signal, method: 'POST', headers },
        (answer) => {
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers })
        answer.destroy()
      })
      request.on('socket', (socket) => { socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', () => { given = true }) })
      request.on('error', reject)
      request.end(body)
    })
  } catch {
    throw new FetchError(signal.aborted ? 'time' : 'network', true, given)
  }
}
