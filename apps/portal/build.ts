import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { constants, createBrotliCompress, createGzip } from 'node:zlib'
import { buildCss } from '#design/css/build.ts'

const project = resolve(import.meta.dirname, '../..')

/** Runs React Router's build in a process of its own: it wants NODE_ENV from the start. @throws with the end of what it said. */
const buildPages = async (demonstration: boolean) => {
  const cli = join(project, 'node_modules/@react-router/dev/bin.cjs')
  const child = spawn(process.execPath, [cli, 'build', 'apps/portal', '--config', 'apps/portal/vite.config.ts'], {
    cwd: project, stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production', SILLAGE_DEMONSTRATION: demonstration ? '1' : '', FORCE_COLOR: '0' },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => { said = (said + chunk.toString()).slice(-4000) })
  const [code] = await once(child, 'exit') as [number | null]
  if (code !== 0) throw new Error(`The pages could not be built:\n${said}`)
}

const compressed = async (file: string) => {
  await pipeline(createReadStream(file), createGzip({ level: 9 }), createWriteStream(`${file}.gz`))
  await pipeline(createReadStream(file), createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }), createWriteStream(`${file}.br`))
}

/** Builds what browsers load and what the server runs: `build/design` and `build/portal`, or `build/demonstration`. */
export const build = async ({ demonstration }: { demonstration: boolean }): Promise<void> => {
  await buildCss(join(project, 'build/design'))
  await buildPages(demonstration)
  const assets = join(project, 'build', demonstration ? 'demonstration' : 'portal', 'client/assets')
  const files = (await readdir(assets)).filter((name) => /\.(js|css|svg)$/.test(name))
  await Promise.all(files.map((name) => compressed(join(assets, name))))
}

if (import.meta.main) await build({ demonstration: process.argv.includes('--demonstration') })
