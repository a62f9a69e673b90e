import { createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { bytesOf, place } from '#modules/files/api.ts'
import { encrypting } from './cipher.ts'
import { pageOf } from './page.ts'
import { FORMAT, schemaOf, VERSION } from './schema.ts'
import type { Table } from './tables.ts'
import { zip, type Entry } from './zip.ts'

/** Where archives are kept, encrypted, until they end. */
export const archives = place('archives')

export interface About {
  archiveId: string
  personId: string
  name: string
  site: string
  timeZone: string
  at: string
  sentences: Readonly<Record<string, string>>
}

/** The name of a file in the archive: no two the same, none that leaves its folder. */
const pathsOf = (files: readonly Record<string, unknown>[]): Map<string, string> => {
  const taken = new Set<string>()
  return new Map(files.map((file) => {
    const name = String(file['name']).replaceAll(/[/\\:*?"<>|\p{Cc}]/gu, '_').replace(/^\.+/, '_')
    const [, stem = name, extension = ''] = /^(.+?)(\.\w{1,8})?$/s.exec(name) ?? []
    let path = `fichiers/${name}`
    for (let count = 2; taken.has(path.toLowerCase()); count++) path = `fichiers/${stem}-${count}${extension}`
    taken.add(path.toLowerCase())
    return [String(file['id']), path]
  }))
}

/** The files whose bytes are there; one that was lost is said so by the page, and does not stop the rest. */
const presentFiles = async (tables: readonly Table[]) => {
  const ready = tables.find(({ name }) => name === 'files.file')?.rows.filter(({ state }) => state === 'ready') ?? []
  const found: { file: Record<string, unknown>; size: number }[] = []
  for (const file of ready) {
    const bytes = await bytesOf(String(file['id']))
    bytes?.stream.destroy()
    if (bytes) found.push({ file, size: bytes.size })
  }
  return found
}

const reading = (fileId: string) => async (): Promise<Readable> => {
  const bytes = await bytesOf(fileId)
  if (!bytes) throw new Error('The bytes of a file left while they were being copied')
  return bytes.stream
}

/** What an archive holds: a page to read, the same for programs with its schema, and the files. */
export const entriesOf = async (tables: readonly Table[], { personId, at, ...about }: About): Promise<Entry[]> => {
  const present = await presentFiles(tables)
  const paths = pathsOf(present.map(({ file }) => file))
  const data = {
    format: FORMAT, version: VERSION, madeAt: at, personId, tables: Object.fromEntries(tables.map((table) => [table.name, table.rows])),
  }
  const when = new Date(at)
  const text = (path: string, content: string): Entry => ({ name: path, at: when, text: content })
  return [
    text('index.html', pageOf(tables, { ...about, at, files: paths })),
    text('donnees.json', `${JSON.stringify(data, null, 2)}\n`),
    text('schema.json', `${JSON.stringify(schemaOf(tables), null, 2)}\n`),
    ...present.map(({ file, size }): Entry => ({
      name: paths.get(String(file['id']))!, at: new Date(String(file['created_at'])), size, open: reading(String(file['id'])),
    })),
  ]
}

/** Writes the archive, encrypted, in its place. @returns its size in bytes, the same before and after encryption, and its secret. */
export const buildArchive = async (tables: readonly Table[], about: About): Promise<{ size: number; secret: string; files: number }> => {
  const entries = await entriesOf(tables, about)
  const path = await archives.draft(about.archiveId)
  const { stream, secret } = encrypting(about.archiveId)
  try {
    await pipeline(Readable.from(zip(entries)), stream, createWriteStream(path, { mode: 0o600 }))
    const { size } = await stat(path)
    await archives.keep(about.archiveId)
    return { size, secret: await secret(), files: entries.length - 3 }
  } finally {
    await archives.discard(about.archiveId)
  }
}
