import { createClient, type RedisClientType } from '@redis/client'
import { ConfigError } from '#kernel/config.ts'

/** How long Redis has to answer. In milliseconds. */
export const PATIENCE = 5000

/** What is wrong with the address, in one sentence, without its password. */
export const unreachable = (url: string, error: unknown) => {
  const { hostname, port } = new URL(url)
  const at = `${hostname}:${port || '6379'}`
  const { message } = error as Error
  return new ConfigError(/WRONGPASS|NOAUTH|NOPERM|AUTH/.test(message)
    ? `REDIS_URL: the Redis at ${at} refuses the name or the password, or its channels to them (${message}).`
    : `REDIS_URL: no Redis answers at ${at} (${message}): check that it runs and is reachable, or leave REDIS_URL out.`)
}

/**
 * One connection that listens to channels and tells by them (RESP 3 lets it do both). It is not opened again by itself: whoever has it
 * knows then what may have been missed.
 * @param hear what to do for each channel. @param broken told when it breaks once it was open.
 */
export const connectRedis = async (
  url: string, hear: ReadonlyMap<string, () => void>, broken: (client: RedisClientType, error: unknown) => void,
): Promise<RedisClientType> => {
  const client: RedisClientType = createClient({
    url, name: 'sillage', disableOfflineQueue: true, socket: { connectTimeout: PATIENCE, reconnectStrategy: false },
  })
  client.on('error', (error: unknown) => broken(client, error))
  try {
    await client.connect()
    for (const [channel, told] of hear) await client.subscribe(channel, told)
    if (!client.isReady) throw new Error('The connection was closed')
    return client
  } catch (error) {
    client.destroy()
    throw error
  }
}
