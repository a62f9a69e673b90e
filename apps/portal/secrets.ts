import { randomBytes, randomUUID } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ConfigError, type Config } from '#kernel/config.ts'
import { connect } from '#kernel/db/connection.ts'
import { configureSecrets, type Keys, masterKeys } from '#modules/secrets/api.ts'

/** Two processes that start together make one key: the first link wins, and both read it. */
const makeOnce = async (data: string, file: string): Promise<void> => {
  await mkdir(data, { recursive: true })
  const draft = `${file}.${randomUUID()}`
  await writeFile(draft, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600 })
  await link(draft, file).catch((error: NodeJS.ErrnoException) => { if (error.code !== 'EEXIST') throw error })
  await rm(draft)
}

const keptText = async (data: string): Promise<string> => {
  const file = join(data, 'master.key')
  const kept = () => readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
    return undefined
  })
  const text = await kept()
  if (text !== undefined) return text
  await makeOnce(data, file)
  return (await kept())!
}

type Settings = Pick<Config, 'SILLAGE_MASTER_KEYS' | 'SILLAGE_DATA' | 'demonstration'>

/**
 * The master keys, from SILLAGE_MASTER_KEYS. The demonstration alone makes one at its first start and keeps it in `master.key` of its data
 * directory, readable by its owner only.
 * @throws ConfigError when they are missing or malformed; never with a key in its message.
 */
export const readMasterKeys = async ({ SILLAGE_MASTER_KEYS: given, SILLAGE_DATA: data, demonstration }: Settings): Promise<Keys> => {
  if (!given && !demonstration) {
    throw new ConfigError('SILLAGE_MASTER_KEYS is missing: give a key made by `openssl rand -base64 32`, kept elsewhere than the database.')
  }
  const text = given ?? await keptText(data)
  try {
    return masterKeys(text)
  } catch (error) {
    throw new ConfigError(`${given ? 'SILLAGE_MASTER_KEYS' : join(data, 'master.key')}: ${(error as Error).message}.`, { cause: error })
  }
}

/** Gives this process the keys that encrypt columns. @param url its address of the database. @returns what stops it. */
export const startSecrets = async (config: Config, url: string): Promise<() => Promise<void>> => {
  // A connection of their own, closed when it is idle: see modules/secrets/secret.ts.
  const pool = connect(url, 1, 'sillage-keys')
  configureSecrets(await readMasterKeys(config), pool)
  return () => pool.end()
}
