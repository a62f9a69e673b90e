import type { RedisClientType } from '@redis/client'
import { setTimeout as pause } from 'node:timers/promises'
import { gathered, type Bus, type Channel, type Wake } from '#kernel/fact/wake.ts'
import { connectRedis, PATIENCE, unreachable } from './redis-connection.ts'

export interface RedisOptions {
  readonly url: string
  /** The installation, where several share one Redis: what one tells wakes no other. */
  readonly name: string
  /** Every process listens to it too, and tells by it while it cannot reach Redis. */
  readonly beside: Bus
  readonly failed: (error: unknown) => void
  /** Redis went away, or is back: told once each time. */
  readonly changed: (isLost: boolean, error?: unknown) => void
}

/** Another try to connect after this; how often Redis is asked whether it is there. In milliseconds. */
const [RETRY, BEAT] = [1000, 10_000]
const CHANNELS: readonly Channel[] = ['facts', 'public']

/** Who listens, and whether PostgreSQL's notices reach them. */
interface Listener { readonly channels: readonly Channel[]; readonly wake: Wake; readonly lost: () => void; isHeard: boolean }

/**
 * Wakes other processes by Redis (PUBLISH, SUBSCRIBE, RESP 3), with PostgreSQL beside it. A wake only says "look": while Redis is away, a
 * process tells by PostgreSQL, and, since others may tell by a Redis that it does not hear, looks by itself as often as when PostgreSQL's
 * notices are lost. Nothing depends on what Redis keeps: it keeps nothing.
 * @throws ConfigError when Redis cannot be reached at the start.
 */
export const openRedis = async ({ url, name, beside, failed, changed }: RedisOptions) => {
  const channelOf = (channel: Channel) => `sillage:${name}:${channel}`
  const listeners = new Set<Listener>()
  let client: RedisClientType | undefined
  let isStopped = false
  let timer: NodeJS.Timeout | undefined

  const wake = (one: Listener, channel: Channel) => one.wake(channel, !client || !one.isHeard)
  const heard = (channel: Channel) => {
    for (const one of listeners) if (one.channels.includes(channel)) wake(one, channel)
  }
  const open = async () => {
    const hear = new Map(CHANNELS.map((channel) => [channelOf(channel), () => heard(channel)]))
    const opened = await connectRedis(url, hear, (one, error) => { if (one === client) lose(error) })
    if (isStopped) opened.destroy()
    else client = opened
  }
  const lose = (error: unknown) => {
    client?.destroy()
    client = undefined
    for (const one of listeners) one.lost()
    changed(true, error)
    later()
  }
  const later = () => { if (!isStopped) timer = setTimeout(again, RETRY * (0.5 + Math.random())) }
  const again = () => {
    open().then(() => {
      if (!client) return
      changed(false)
      // What was told meanwhile may have been missed.
      CHANNELS.forEach(heard)
    }, later)
  }
  /** A machine that vanished closes no connection. */
  const beat = async () => {
    const asked = client
    const answered = !asked || await Promise.race([asked.ping().then(() => true, () => false), pause(PATIENCE, false, { ref: false })])
    if (!answered && asked === client) lose(new Error('Redis does not answer'))
  }
  await open().catch((error: unknown) => { throw unreachable(url, error) })
  const beating = setInterval(() => { beat().catch(failed) }, BEAT)

  return {
    tell: gathered(async (channels) => {
      const now = client
      const publish = (to: RedisClientType) => Promise.all(channels.map((channel) => to.publish(channelOf(channel), String(process.pid))))
      const told = now && await publish(now).catch(() => undefined)
      if (!told) channels.forEach(beside.tell)
    }, failed),
    listen: (channels: Channel[], woken: Wake, lost: () => void = () => {}) => {
      const one: Listener = { channels, wake: woken, lost, isHeard: false }
      const listener = beside.listen(channels, (channel) => {
        one.isHeard = true
        wake(one, channel)
      }, () => {
        one.isHeard = false
        lost()
      })
      listeners.add(one)
      return {
        ready: listener.ready,
        stop: async () => {
          listeners.delete(one)
          await listener.stop()
        },
      }
    },
    isLost: () => client === undefined,
    stop: async () => {
      isStopped = true
      clearInterval(beating)
      clearTimeout(timer)
      client?.destroy()
    },
  }
}

export type RedisBus = Awaited<ReturnType<typeof openRedis>>
