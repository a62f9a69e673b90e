import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { transform } from 'lightningcss'
import postcss from 'postcss'
import { inlineIcons } from './icons.ts'
import { ownVariables, renameIdentity, repaint } from './neutral.ts'
import { readPieces } from './pieces.ts'
import { dropUnusedRules, dropUnusedVariables, followSystemPreference } from './shake.ts'

export type Theme = 'neutral' | 'state'

const own = async (name: string) => (await readFile(join(import.meta.dirname, name), 'utf8'))

const kitSheets = ['kit.css', 'shell.css', 'content.css', 'plot.css', 'suggest.css', 'reading.css', 'writing.css', 'forms.css', 'connect.css', 'print.css']

/** Browsers that people of public services still have: three years and a half back. */
const targets = { chrome: 109 << 16, firefox: 102 << 16, safari: (15 << 16) | (4 << 8) }

const notice = '/*! State design system (DSFR) 1.14, MIT, restricted use: https://www.systeme-de-design.gouv.fr/ */'

/**
 * One theme's stylesheet: the State design system's rules that our sources use, in a layer below ours, so that our rules win
 * without a war of selectors. `fontAddresses` gives the address of each font that the theme names.
 */
export async function stylesheet(theme: Theme, used: Set<string>, fontAddresses: Record<string, string>): Promise<string> {
  const layer = postcss.parse('@layer dsfr {}').first as postcss.AtRule
  for (const piece of await readPieces(theme)) {
    const css = postcss.parse(piece.css)
    dropUnusedRules(css, used)
    await inlineIcons(css, piece.from)
    layer.append(css.nodes)
  }
  const sheets = await Promise.all([...kitSheets, `${theme}.css`].map(own))
  const all = postcss.root()
  all.append(layer, ...postcss.parse(sheets.join('\n') + (theme === 'neutral' ? ownVariables() : '')).nodes)
  if (theme === 'neutral') renameIdentity(all)
  dropUnusedVariables(all)
  if (theme === 'neutral') repaint(all)
  followSystemPreference(all)
  const text = all.toString().replace(/url\('font:([\w-]+)'\)/g, (_, name: string) => `url('${fontAddresses[name]}')`)
  const { code } = transform({ filename: `${theme}.css`, code: Buffer.from(text), minify: true, targets, errorRecovery: false })
  return `${notice}\n${Buffer.from(code).toString()}`
}
