const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

const relative = new Intl.RelativeTimeFormat('fr-FR', { numeric: 'auto' })

const formats = new Map<string, Intl.DateTimeFormat>()
const format = (timeZone: string, options: Intl.DateTimeFormatOptions) => {
  const key = timeZone + JSON.stringify(options)
  const known = formats.get(key) ?? new Intl.DateTimeFormat('fr-FR', { timeZone, ...options })
  formats.set(key, known)
  return known
}

/** Number of the calendar day in that time zone: tomorrow at 8 is tomorrow even when it is only ten hours away. */
const calendarDay = (at: Date, timeZone: string) => {
  const parts = Object.fromEntries(format(timeZone, { year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(at)
    .map((part) => [part.type, part.value]))
  return Date.UTC(Number(parts['year']), Number(parts['month']) - 1, Number(parts['day'])) / day
}

/** As one would say it: "il y a 5 minutes", "hier à 14:30", "le 3 mars", "le 3 mars 2024". */
export function said(at: Date, now: Date, timeZone = 'Europe/Paris'): string {
  const gap = at.getTime() - now.getTime()
  const days = calendarDay(at, timeZone) - calendarDay(now, timeZone)
  if (Math.abs(gap) < minute) return 'à l’instant'
  if (Math.abs(gap) < hour) return relative.format(Math.trunc(gap / minute), 'minute')
  const clock = format(timeZone, { hour: '2-digit', minute: '2-digit' }).format(at)
  if (days === 0) return Math.abs(gap) < 6 * hour ? relative.format(Math.trunc(gap / hour), 'hour') : `aujourd’hui à ${clock}`
  if (Math.abs(days) === 1) return `${relative.format(days, 'day')} à ${clock}`
  if (Math.abs(days) < 7) return relative.format(days, 'day')
  const sameYear = format(timeZone, { year: 'numeric' }).format(at) === format(timeZone, { year: 'numeric' }).format(now)
  return `le ${format(timeZone, { day: 'numeric', month: 'long', ...(sameYear ? {} : { year: 'numeric' }) }).format(at)}`
}

/** The exact instant, for those who hover or listen: "samedi 21 novembre 2026 à 10:49". */
export const exactly = (at: Date, timeZone = 'Europe/Paris') => {
  const day = format(timeZone, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(at)
  return `${day} à ${format(timeZone, { hour: '2-digit', minute: '2-digit' }).format(at)}`
}

/** The day of an instant, in that time zone: "3 mars 2026". */
export const dayOf = (at: Date, timeZone = 'Europe/Paris') => format(timeZone, { day: 'numeric', month: 'long', year: 'numeric' }).format(at)

/** A calendar date, which has no time zone: "3 mars 2026". */
export const calendarDate = (date: string) =>
  format('UTC', { day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(`${date}T00:00:00Z`))
