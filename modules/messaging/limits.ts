import { z } from 'zod'

/** What somebody writes at once. */
export const body = z.string().trim().min(1).max(10_000)
export const title = z.string().trim().min(1).max(120)
/** People to whom one writes at once, each apart or together. */
export const MOST_PEOPLE = 50
/** How long one may mend what one wrote, in minutes. */
export const MENDING = 15
/** People of a group, those who come later included. */
export const MOST_IN_GROUP = 100
/** Messages that one person has written for later, and folders that they have. */
export const MOST_SCHEDULED = 50
export const MOST_FOLDERS = 50
/** How far ahead one writes, in days. */
export const FARTHEST = 366
/** An hour of the day, as people write it in a form. */
export const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
export const folderName = z.string().trim().min(1).max(60)
