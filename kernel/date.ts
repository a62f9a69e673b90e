const formats = new Map<string, Intl.DateTimeFormat>()

/** The calendar date of an instant in a time zone, as databases and forms write it: "2026-03-03" (Canada writes dates as ISO 8601 does). */
export const dateIn = (at: Date, timeZone = 'Europe/Paris'): string => {
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('fr-CA', { timeZone })
  formats.set(timeZone, format)
  return format.format(at)
}
