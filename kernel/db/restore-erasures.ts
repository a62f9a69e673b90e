import { appendFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Module } from '../operation/module.ts'
import { personStatements, type Client } from './privacy.ts'

const journalOf = (data: string) => join(data, 'erasures.ndjson')

/**
 * Notes an erasure outside of the database, before its commit is acknowledged: a backup restored later must not bring the person back.
 * @param data the data directory. It keeps an identifier and an instant, nothing else.
 */
export const journalErasure = (data: string, personId: string, at: string): Promise<void> =>
  appendFile(journalOf(data), `${JSON.stringify({ personId, at })}\n`, { flush: true })

/**
 * Erases again, after a restore, all that the journal names. A line cut by a crash was never acknowledged, and is skipped.
 * @param settle what modules do with what each of them leaves, before their rows go. @returns how many people.
 */
export const replayErasures = async (client: Client, modules: readonly Module[], data: string, settle?: (personId: string) => Promise<void>): Promise<number> => {
  const lines = (await readFile(journalOf(data), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })).split('\n')
  const people = new Set(lines.flatMap((line) => /^\{"personId":"([0-9a-f-]{36})","at":"[^"]+"\}$/.exec(line)?.[1] ?? []))
  for (const personId of people) {
    await settle?.(personId)
    for (const statement of personStatements(modules, personId).erase) await client.query(statement)
  }
  return people.size
}
