import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { constants, createBrotliCompress, createGzip } from 'node:zlib'

/** The project's root. */
export const project = resolve(import.meta.dirname, '../..')

/**
 * Runs React Router's build of an app in a process of its own: it wants NODE_ENV from the start.
 * @param app `portal`, `back-office`. @throws with the end of what it said.
 */
export const buildPages = async (app: string, env: Record<string, string> = {}) => {
  const cli = join(project, 'node_modules/@react-router/dev/bin.cjs')
  const child = spawn(process.execPath, [cli, 'build', `apps/${app}`, '--config', `apps/${app}/vite.config.ts`], {
    cwd: project, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NODE_ENV: 'production', FORCE_COLOR: '0', ...env },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => { said = (said + chunk.toString()).slice(-4000) })
  const [code] = await once(child, 'exit') as [number | null]
  if (code !== 0) throw new Error(`The pages of ${app} could not be built:\n${said}`)
}

const compressed = async (file: string) => {
  await pipeline(createReadStream(file), createGzip({ level: 9 }), createWriteStream(`${file}.gz`))
  await pipeline(createReadStream(file), createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }), createWriteStream(`${file}.br`))
}

/** Writes the .gz and the .br of each file of a folder that gains by it. */
export const compressFolder = async (folder: string) => {
  const files = (await readdir(folder)).filter((name) => /\.(js|css|svg)$/.test(name))
  await Promise.all(files.map((name) => compressed(join(folder, name))))
}
