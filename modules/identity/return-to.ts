import { z } from 'zod'

/**
 * A path of this site and nothing that a browser would take elsewhere: `//host`, `/\host`, or `/<tab>/host`, whose tab it drops.
 */
export const isPath = (text: string): boolean => /^\/(?![/\\])[^\\\p{Cc}]*$/u.test(text)

export const returnTo = z.string().max(500).refine(isPath)

/** The path asked for, or the home page when it is none: for what comes from an address. */
export const pathOr = (text: string | null | undefined, otherwise = '/'): string =>
  text && text.length <= 500 && isPath(text) ? text : otherwise
