const formats = new Map<string, Intl.DateTimeFormat>()

/** The date that was last asked of each time zone, and in which quarter of an hour: no day begins elsewhere than on one. In ms. */
const QUARTER = 15 * 60_000
const last = new Map<string, { quarter: number; date: string }>()

/** The calendar date of an instant in a time zone, as databases and forms write it: "2026-03-03" (Canada writes dates as ISO 8601 does). */
export const dateIn = (at: Date, timeZone = 'Europe/Paris'): string => {
  const quarter = Math.floor(at.getTime() / QUARTER)
  const known = last.get(timeZone)
  if (known?.quarter === quarter) return known.date
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('fr-CA', { timeZone })
  formats.set(timeZone, format)
  const date = format.format(at)
  last.set(timeZone, { quarter, date })
  return date
}
