/** In milliseconds. */
export const DAY = 86_400_000

/** The end of a delay, and a minute: the database, which refuses a delay of less than a day, counts it by its own clock. */
export const dueIn = (days: number, now: string): string => new Date(Date.parse(now) + days * DAY + 60_000).toISOString()
