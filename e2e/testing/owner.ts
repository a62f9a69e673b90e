import { Client } from 'pg'
import { afterAll, inject } from 'vitest'
import { addresses } from '#kernel/db/addresses.ts'
import { startEmbedded } from '#kernel/db/embedded.ts'

let client: Promise<Client> | undefined
afterAll(async () => { await (await client)?.end() })

const connect = async () => {
  const opened = new Client(addresses({}, await startEmbedded({ directory: inject('product').data })).owner)
  await opened.connect()
  return opened
}

/** The running product's database, as its owner: nobody waits a month, nor a quarter of an hour, for a journey. */
export const owner = () => client ??= connect()
