import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/**
 * The State design system's classes that our sources write. A class must appear whole in a source file: one pieced together
 * from parts would be dropped from the stylesheet, so components map each variant to its full name.
 * The gallery's own classes count only for the gallery.
 */
export async function usedClasses({ gallery = false } = {}): Promise<Set<string>> {
  const used = new Set<string>()
  for await (const file of glob(['design', 'modules', 'apps', 'demo'].map((folder) => `${folder}/**/*.{ts,tsx}`), { cwd: root })) {
    if (/\.test\.|node_modules|[\\/]build[\\/]/.test(file)) continue
    if (!gallery && file.includes('gallery')) continue
    const text = await readFile(join(root, file), 'utf8')
    for (const [name] of text.matchAll(/\bfr-[a-z][\w-]*/g)) used.add(name)
  }
  return used
}
