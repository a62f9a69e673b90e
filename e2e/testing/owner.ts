import { Client } from 'pg'
import { afterAll, inject } from 'vitest'
import { addresses } from '#kernel/db/addresses.ts'
import { startEmbedded } from '#kernel/db/embedded.ts'

const clients: Client[] = []
/** Call it once in a file of journeys that moves time on. */
export const withOwner = () => {
  afterAll(() => Promise.all(clients.splice(0).map((client) => client.end())))
}

/** The running product's database, as its owner: nobody waits a month for a journey. */
export const owner = async () => {
  const client = new Client(addresses({}, await startEmbedded({ directory: inject('product').data })).owner)
  await client.connect()
  clients.push(client)
  return client
}
