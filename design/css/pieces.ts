import { createRequire } from 'node:module'
import { readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'

/** Where the State design system lies: its CSS and icons are read from the package, never copied into this repository. */
export const dsfrRoot = join(dirname(createRequire(import.meta.url).resolve('@codegouvfr/react-dsfr/package.json')), 'dsfr')

/** The components of the State design system that the kit speaks. Adding one here is enough: unused rules leave at the build. */
const components = [
  'link', 'button', 'badge', 'tag', 'form', 'input', 'select', 'checkbox', 'radio', 'search', 'upload', 'alert', 'notice',
  'breadcrumb', 'pagination', 'card', 'tile', 'table', 'modal', 'accordion', 'navigation', 'skiplink', 'header', 'footer',
    'summary',
]

const iconFamilies = [
  'arrows', 'buildings', 'business', 'communication', 'design', 'development', 'device', 'document', 'editor', 'finance',
    'health',
  'map', 'media', 'others', 'system', 'user', 'weather',
]

/** One stylesheet of the State design system, with the directory from which its relative addresses are resolved. */
export interface Piece { css: string, from: string }

const read = async (file: string): Promise<Piece> => {
  const path = resolve(dsfrRoot, file)
  return { css: await readFile(path, 'utf8'), from: dirname(path) }
}

/**
 * Every stylesheet of which the kit may need a rule, in cascade order, print last. The State's own mark is only for those
 * entitled.
 */
export function readPieces(theme: 'neutral' | 'state'): Promise<Piece[]> {
  const own = theme === 'state' ? ['logo', ...components] : components
  return Promise.all([
    read('core/core.main.css'),
    read('scheme/scheme.css'),
    ...own.map((name) => read(`component/${name}/${name}.main.css`)),
    ...iconFamilies.map((family) => read(`utility/icons/icons-${family}/icons-${family}.main.css`)),
    read('core/core.print.css'),
    ...own.map((name) => read(`component/${name}/${name}.print.css`)),
  ])
}
