/** Joins class names, dropping those that a condition switched off. */
export const classes = (...names: (string | false | null | undefined)[]): string | undefined => names.filter(Boolean).join(' ')
  || undefined
