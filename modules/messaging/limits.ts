import { z } from 'zod'

/** What somebody writes at once. */
export const body = z.string().trim().min(1).max(10_000)
export const title = z.string().trim().min(1).max(120)
/** People to whom one writes at once, each apart or together. */
export const MOST_PEOPLE = 50
/** How long one may mend what one wrote, in minutes. */
export const MENDING = 15
