import { Client, type Pool } from 'pg'

/** Two wake-ups at most in this time (one NOTIFY a commit would halve commits); a broken connection is opened again after this. In ms. */
const [GATHER, RETRY] = [10, 1000]

/** Gathers what is to be told: the first at once, those that come soon after it together. */
export const gathered = (send: (channels: Channel[]) => Promise<unknown>, failed: (error: unknown) => void) => {
  const waiting = new Set<Channel>()
  let [timer, sent]: [NodeJS.Timeout | undefined, number] = [undefined, 0]
  const flush = async () => {
    [timer, sent] = [undefined, Date.now()]
    await send([...waiting].filter((channel) => waiting.delete(channel)))
  }
  return (channel: Channel) => {
    waiting.add(channel)
    timer ??= setTimeout(() => { flush().catch(failed) }, Math.max(0, sent + GATHER - Date.now()))
  }
}

/**
 * Tells other processes, after commits and gathered, that something changed: one NOTIFY for many (stack.md, outbox). `facts` wakes
 * workers; `public` tells portals to drop cached pages.
 */
export const notifier = (pool: Pool, failed: (error: unknown) => void) => gathered((channels) => pool.query({
  name: 'notify', text: `select pg_notify('sillage_' || channel, $2) from unnest($1::text[]) as channel`, values: [channels, String(process.pid)],
}), failed)

export type Channel = 'facts' | 'public'

/** @param isPartial others may have told something by a way that is lost now. */
export type Wake = (channel: Channel, isPartial?: boolean) => void

/** How processes tell each other that something was committed: by PostgreSQL, unless the app gives another way beside it. */
export const byPostgres = (url: string, pool: Pool, failed: (error: unknown) => void) =>
  ({ tell: notifier(pool, failed), listen: (channels: Channel[], wake: Wake, lost?: () => void) => listen(url, channels, wake, lost) })
export type Bus = ReturnType<typeof byPostgres>

/**
 * Keeps one LISTEN connection. `wake` runs for each notice; `lost` when the connection breaks, and after it `wake` for every channel once
 * the connection is back, since notices may have been missed.
 */
export const listen = (url: string, channels: Channel[], wake: Wake, lost: () => void = () => {}) => {
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
      channels.forEach((channel) => wake(channel))
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
