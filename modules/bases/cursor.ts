import { z } from 'zod'

/** A place in a list by date: the instant to the microsecond, as the database keeps it, and the row. */
const place = z.object({ at: z.iso.datetime(), id: z.uuid() })
export type Place = z.output<typeof place>

export const cursorOf = (one: Place): string => Buffer.from(JSON.stringify(one)).toString('base64url')

/** A cursor that is not one of ours begins the list again: an address cut in a mail still leads somewhere. */
export const placeOf = (cursor: string | undefined): Place | undefined => {
  if (!cursor) return undefined
  try {
    return place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
  } catch {
    return undefined
  }
}
