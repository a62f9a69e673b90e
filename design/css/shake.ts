import type { Root, Rule, Declaration } from 'postcss'

/** Prefixes and states that the kit never writes: the old icon names, and a flag of national mourning. */
const never = /fr-fi-|data-fr-mourning|::-ms-|fr-scheme|type=range|auto-fill-button/

const oldIcons = /:not\(\[class(\^=|\*=" )fr-fi-"?\]\)/g

const keeps = (selector: string, used: Set<string>) => {
  const needed = selector.replace(/:not\([^()]*\)/g, '')
  if (never.test(needed)) return false
  return [...needed.matchAll(/\.(fr-(?:[\w-]|\\.)+)/g)].every(([, name]) => used.has(name!))
}

/** Drops rules whose classes nobody writes, and the fonts of the State, which the state theme declares again. */
export function dropUnusedRules(css: Root, used: Set<string>): void {
  css.walkAtRules(/^(font-face|charset)$/, (rule) => { rule.remove() })
  css.walkAtRules('media', (rule) => {
    rule.params = rule.params.split(',').filter((query) => !query.includes('-ms-high-contrast')).join(',').trim()
    if (!rule.params) rule.remove()
  })
  css.walkRules((rule) => {
    if (rule.parent?.type === 'atrule' && 'name' in rule.parent && /keyframes/.test(rule.parent.name)) return
    const kept = rule.selectors.filter((selector) => keeps(selector, used))
    if (kept.length === 0) rule.remove()
    else rule.selectors = kept.map((selector) => selector.replace(oldIcons, ''))
  })
  css.walkComments((comment) => { comment.remove() })
  css.walkAtRules((rule) => { if (rule.nodes?.length === 0) rule.remove() })
}

/** Drops the custom properties of :root that nothing reads any more; one reads another, so this repeats until nothing moves. */
export function dropUnusedVariables(css: Root): void {
  for (;;) {
    const read = new Set<string>()
    css.walkDecls((decl) => { for (const [, name] of decl.value.matchAll(/var\(\s*(--[\w-]+)/g)) read.add(name!) })
    const dead: Declaration[] = []
    css.walkDecls(/^--/, (decl) => {
      const owner = decl.parent as Rule
      if (owner.selector?.startsWith(':root') && !read.has(decl.prop)) dead.push(decl)
    })
    if (dead.length === 0) break
    for (const decl of dead) decl.remove()
  }
  css.walkRules((rule) => { if (rule.nodes.length === 0) rule.remove() })
}

/**
 * The State design system needs JavaScript to follow the system's preference. We repeat each dark rule under the media query, for
 * pages that carry no choice: the preference rules without JavaScript, and the repetition costs next to nothing once compressed.
 */
export function followSystemPreference(css: Root): void {
  const dark: Rule[] = []
  css.walkRules(/data-fr-theme=dark/, (rule) => { dark.push(rule) })
  for (const rule of dark) {
    const twin = rule.clone({
      selectors: rule.selectors.map((selector) => selector.replace(/(:root)?\[data-fr-theme=dark\]/,
        ':root:not([data-fr-theme])')),
    })
    rule.after(`@media (prefers-color-scheme: dark) { ${twin.toString()} }`)
  }
}
