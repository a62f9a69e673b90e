/** Families in the order in which their words must be looked for: each of them also says the next ones. */
const families = [
  ['edge', /\bEdg/], ['opera', /\bOPR\//], ['firefox', /\b(Firefox|FxiOS)\//], ['chrome', /\b(Chrome|CriOS)\//], ['safari', /\bSafari\//],
] as const

/** Family of a browser, to tell one's devices apart; its version and its machine are nobody's business. */
export const browserOf = (userAgent: string | undefined): string | null =>
  userAgent === undefined ? null : families.find(([, sign]) => sign.test(userAgent))?.[0] ?? 'other'
