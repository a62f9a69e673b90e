import type { Root, Rule } from 'postcss'
import { ownColours, palette } from './palette.ts'

const isColour = /^(#|rgb)/

/** Neutral names for what the State named after itself: its identity is only for its services to wear. */
export function renameIdentity(css: Root): void {
  css.walkDecls((decl) => {
    decl.prop = rename(decl.prop)
    decl.value = decl.value.includes('data:') ? recolourPicture(decl.value) : rename(decl.value)
  })
}

/** Our colours in place of the State's. */
export function repaint(css: Root): void {
  const missing = new Set<string>()
  css.walkDecls(/^--/, (decl) => {
    const owner = decl.parent as Rule
    const theirs = owner.parent?.type === 'atrule' && owner.parent.name === 'layer'
    if (!theirs || !/^:root(\[data-fr-theme=dark\])?$/.test(owner.selector ?? '') || !isColour.test(decl.value)) return
    const ours = palette[decl.prop.slice(2)]
    if (ours) decl.value = owner.selector.includes('dark') ? ours.dark : ours.light
    else missing.add(decl.prop)
  })
  if (missing.size > 0) throw new Error(`design/css/palette.ts has no colour for ${[...missing].join(', ')}`)
}

/** `--accent` and `--focus`, for light and for dark. */
export function ownVariables(): string {
  const lines = (of: 'light' | 'dark') => Object.entries(ownColours).map(([name, tint]) => `--${name}: ${tint[of]}`).join('; ')
  return `:root { ${lines('light')} } :root[data-fr-theme=dark] { ${lines('dark')} }`
}

const rename = (text: string) => text
  .replaceAll('blue-france', 'sea').replaceAll('yellow-moutarde', 'sand').replaceAll(/"Marianne", arial|Marianne/g, 'var(--font)')

/** Check marks and arrows that the State draws in its own blue or black, inside an address. */
const recolourPicture = (value: string) => value
  .replaceAll('%23000091', '%2306292b').replaceAll('%23f5f5fe', '%23f2fbfa').replaceAll('%23161616', '%2326393d')
