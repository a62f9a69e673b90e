import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { transform } from 'lightningcss'
import { build as bundle, type Rolldown } from 'vite'
import { buildPages, compressFolder, project } from '#apps/bundle/pages.ts'

/** Addresses of the only two files of its own that the back office sends to browsers. */
export interface OwnFiles { script: string; style: string }

const here = join(project, 'apps/back-office')

const named = async (folder: string, name: string, content: string) => {
  const digest = createHash('sha256').update(content).digest('base64url').slice(0, 8)
  const file = name.replace('.', `-${digest}.`)
  await writeFile(join(folder, file), content)
  return `/gestion/${file}`
}

/** The script of passkeys and of the warning before the session is closed: the pages themselves send none of React's. */
const scriptOf = async () => {
  const built = await bundle({
    configFile: false, logLevel: 'warn', root: here,
    build: {
      write: false, minify: true, target: ['chrome109', 'firefox102', 'safari15.4'],
      rollupOptions: { input: join(here, 'browser/main.ts'), output: { format: 'iife' } },
    },
  })
  const [chunk] = (Array.isArray(built) ? built[0]! : built as Rolldown.RolldownOutput).output
  return chunk.code
}

/** React Router writes the pages' scripts for browsers too: none of them is sent here, only the pictures that pages name. */
const keepPictures = async (folder: string) => {
  await mkdir(folder, { recursive: true })
  const others = (await readdir(folder)).filter((name) => !name.endsWith('.svg'))
  await Promise.all(others.map((name) => rm(join(folder, name), { recursive: true })))
}

/** Builds `build/back-office`: the server with its pages, and `own`, what browsers load besides the interface kit. */
export const buildBackOffice = async (): Promise<void> => {
  await buildPages('back-office')
  const out = join(project, 'build/back-office')
  await keepPictures(join(out, 'client/assets'))
  const folder = join(out, 'own')
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const style = transform({ filename: 'gestion.css', code: await readFile(join(here, 'browser/gestion.css')), minify: true }).code
  const files: OwnFiles = {
    script: await named(folder, 'gestion.js', await scriptOf()), style: await named(folder, 'gestion.css', Buffer.from(style).toString()),
  }
  await compressFolder(folder)
  await writeFile(join(out, 'own.json'), JSON.stringify(files))
}

if (import.meta.main) await buildBackOffice()
