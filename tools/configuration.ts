import path from 'node:path'
import { databaseUrl } from '#kernel/db/addresses.ts'

/** What the launch needs to know; the portal's own settings are read by the portal. */
export type LaunchConfiguration = {
  host: string
  port: number
  origin: string
  /** The folder of all that is kept: embedded database, files, journal of erasures. */
  data: string
  /** The external database, when there is one. */
  databaseUrl: string | undefined
  /**
   * Named people anyone may sign in as: on by default only with the embedded database, so that a real one never opens by
   * mistake.
   */
  demonstration: boolean
}

/**
 * Reads the environment once.
 * @throws with code SILLAGE_CONFIGURATION, whose message is the sentence to print, or ERR_INVALID_URL for DATABASE_URL
 */
export function readConfiguration(env: NodeJS.ProcessEnv): LaunchConfiguration {
  const host = env.HOST || '127.0.0.1'
  const port = Number(env.PORT || 3000)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw wrong(`PORT is "${env.PORT}", which is not a port: give a number from 1024 to 65535.`)
  }
  const shown = ['127.0.0.1', '0.0.0.0', '::', '::1'].includes(host) ? 'localhost' : host
  const origin = env.SILLAGE_ORIGIN || `http://${shown}:${port}`
  if (!URL.canParse(origin) || new URL(origin).origin !== origin) {
    throw wrong(`SILLAGE_ORIGIN is "${origin}", which is not an origin: one looks like https://sillage.example.fr.`)
  }
  return {
    host, port, origin,
    data: path.resolve(env.SILLAGE_DATA || '.sillage'),
    databaseUrl: env.DATABASE_URL && databaseUrl(env.DATABASE_URL).href,
    demonstration: env.SILLAGE_DEMONSTRATION ? /^(1|true|yes)$/.test(env.SILLAGE_DEMONSTRATION) : !env.DATABASE_URL,
  }
}

const wrong = (sentence: string) => Object.assign(new Error(sentence), { code: 'SILLAGE_CONFIGURATION' })
