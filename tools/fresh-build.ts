import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const sources = ['apps', 'kernel', 'design', 'modules', 'demo']
const single = ['package-lock.json', 'package.json', 'tsconfig.json']
const environment = ['SILLAGE_MODULES', 'NODE_ENV']
const leftOut = /\.test\.tsx?$|\.md$|\.sql$/

/**
 * What the build is made of, as one short text: names, sizes and times of the sources, and the variables that change it.
 * Reading no content keeps it to a few milliseconds.
 */
export function buildKey(root: string): string {
  const hash = createHash('sha256').update(process.version)
  for (const name of environment) hash.update(`${name}=${process.env[name] ?? ''}\n`)
  const note = (file: string) => {
    const { size, mtimeMs } = statSync(path.join(root, file))
    hash.update(`${file} ${size} ${mtimeMs}\n`)
  }
  single.forEach(note)
  for (const folder of sources) scan(folder)
  return hash.digest('hex')

  function scan(folder: string) {
    const entries = readdirSync(path.join(root, folder), { withFileTypes: true })
    for (const entry of entries.toSorted((a, b) => a.name < b.name ? -1 : 1)) {
      const file = path.join(folder, entry.name)
      if (entry.isDirectory()) {
        if (!entry.name.startsWith('.') && entry.name !== 'node_modules') scan(file)
      } else if (entry.isFile() && !leftOut.test(entry.name)) note(file)
    }
  }
}

const stampOf = (root: string, build: string) => path.join(root, 'build', `${build}.made-from`)

/** Whether the last build of this name that ended well was made of other sources than the present ones. */
export function isStale(root: string, build: string, key = buildKey(root)): boolean {
  try {
    return readFileSync(stampOf(root, build), 'utf8') !== key
  } catch {
    return true
  }
}

/** Notes what a build was made of: the key is to be taken before the build, so that a change meanwhile is not forgotten. */
export function noteBuild(root: string, build: string, key: string): void {
  mkdirSync(path.join(root, 'build'), { recursive: true })
  writeFileSync(stampOf(root, build), key)
}
