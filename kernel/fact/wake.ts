import { Client, type Pool } from 'pg'

/** Two wake-ups at most in this time: one NOTIFY a commit would cut commits to a half. In milliseconds. */
const GATHER = 10

/**
 * Tells other processes, after commits and gathered, that something changed: one NOTIFY for many (stack.md, outbox). `facts` wakes
 * workers; `public` tells portals to drop cached pages.
 */
export const notifier = (pool: Pool, failed: (error: unknown) => void) => {
  const waiting = new Set<Channel>()
  let timer: NodeJS.Timeout | undefined
  const flush = async () => {
    timer = undefined
    const channels = [...waiting]
    waiting.clear()
    await pool.query({
      name: 'notify', text: `select pg_notify('sillage_' || channel, $2) from unnest($1::text[]) as channel`, values: [channels, String(process.pid)],
    })
  }
  return (channel: Channel) => {
    waiting.add(channel)
    timer ??= setTimeout(() => { flush().catch(failed) }, GATHER)
  }
}

export type Channel = 'facts' | 'public'

const RETRY = 1000

/**
 * Keeps one LISTEN connection. `wake` runs for each notice; `lost` when the connection breaks, and after it `wake` for every channel once
 * the connection is back, since notices may have been missed.
 */
export const listen = (url: string, channels: Channel[], wake: (channel: Channel) => void, lost: () => void = () => {}) => {
  let client: Client | undefined
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  const open = async () => {
    const opened = new Client({ connectionString: url, application_name: 'sillage-listen', keepAlive: true })
    client = opened
    let broken = false
    const again = () => {
      if (broken || stopped) return
      broken = true
      lost()
      timer = setTimeout(() => void open(), RETRY)
    }
    opened.on('error', again)
    opened.on('end', again)
    opened.on('notification', ({ channel }) => wake(channel.slice('sillage_'.length) as Channel))
    try {
      await opened.connect()
      for (const channel of channels) await opened.query(`listen sillage_${channel}`)
      channels.forEach(wake)
    } catch {
      again()
    }
  }
  const ready = open()
  return {
    ready,
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await client?.end()
    },
  }
}
