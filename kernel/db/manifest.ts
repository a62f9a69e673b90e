import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'

/** What a backup says about itself: enough to know that it is whole and that this version can restore it. */
export type Manifest = {
  product: 'sillage'
  madeAt: string
  /** Major version of the embedded PostgreSQL whose cluster is inside; null when the database is elsewhere. */
  postgres: number | null
  files: Record<string, { size: number, sha256: string }>
}

const name = 'manifest.json'

/** Writes the manifest of a folder, from what it holds. */
export async function writeManifest(folder: string, postgres: number | null): Promise<void> {
  const files: Manifest['files'] = {}
  for await (const file of filesOf(folder)) files[file] = await sumOf(path.join(folder, file))
  const manifest: Manifest = { product: 'sillage', madeAt: new Date().toISOString(), postgres, files }
  await writeFile(path.join(folder, name), JSON.stringify(manifest, null, 1))
}

/**
 * Reads the manifest of a folder and compares it with every file there.
 * @throws with code SILLAGE_BACKUP, whose message is the sentence to print, when something is missing, changed or unknown
 */
export async function verifiedManifest(folder: string): Promise<Manifest> {
  const text = await readFile(path.join(folder, name), 'utf8').catch(() => '')
  const manifest = parsed(text)
  if (manifest?.product !== 'sillage') throw refusal('This is not a backup of Sillage, or it was cut short.')
  const found = new Set<string>()
  for await (const file of filesOf(folder)) found.add(file)
  for (const [file, { size, sha256 }] of Object.entries(manifest.files)) {
    const sum = found.delete(file) ? await sumOf(path.join(folder, file)) : undefined
    if (sum?.size !== size || sum.sha256 !== sha256) throw refusal(`This backup is damaged (${file}): use another one.`)
  }
  if (found.size > 0) throw refusal(`This backup holds a file that is not its own (${[...found][0]}): use another one.`)
  return manifest
}

/** A refusal whose message is the sentence to print. */
export const refusal = (sentence: string, cause?: unknown) =>
  Object.assign(new Error(sentence, { cause }), { code: 'SILLAGE_BACKUP' })

function parsed(text: string): Manifest | undefined {
  try {
    return JSON.parse(text) as Manifest
  } catch {
    return undefined
  }
}

async function* filesOf(folder: string, inside = ''): AsyncGenerator<string> {
  for (const entry of await readdir(path.join(folder, inside), { withFileTypes: true })) {
    const file = path.posix.join(inside, entry.name)
    if (entry.isDirectory()) yield* filesOf(folder, file)
    else if (file !== name) yield file
  }
}

async function sumOf(file: string) {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return { size: (await stat(file)).size, sha256: hash.digest('hex') }
}
