import type { FetchOptions } from '#modules/outside/api.ts'

/** How pages are asked for: tests bring their own names and their own rule of what is outside. */
type Outside = Pick<FetchOptions, 'resolve' | 'permits' | 'agent'>

let outside: Outside = {}
export const configurePreviews = (options: Outside) => { outside = options }
export const configuredOutside = (): Outside => outside
