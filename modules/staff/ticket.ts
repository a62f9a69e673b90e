import type { z } from 'zod'
import { open, seal } from './secret.ts'

/** A note to ourselves that travels by the browser: sealed, for one use and for a time, in milliseconds. */
export const sealedFor = (use: string, content: object, now: string, lasts: number): string =>
  seal(Buffer.from(JSON.stringify({ content, until: Date.parse(now) + lasts })), `note ${use}`).toString('base64url')

/** @returns what was noted, or none when it is not ours, was for another use, was altered, or is too old. */
export const opened = <Schema extends z.ZodType>(use: string, text: string, schema: Schema, now: string): z.output<Schema> | undefined => {
  try {
    const { content, until } = JSON.parse(open(Buffer.from(text, 'base64url'), `note ${use}`).toString()) as { content: unknown; until: number }
    return until > Date.parse(now) ? schema.parse(content) : undefined
  } catch {
    // Altered, cut, or another's: to the person it is the same.
    return undefined
  }
}
