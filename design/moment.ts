const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

const relative = new Intl.RelativeTimeFormat('fr-FR', { numeric: 'auto' })

/** A format by time zone, made once: to make one costs a thousand times more than to use it. */
const formatOf = (options: Intl.DateTimeFormatOptions) => {
  const made = new Map<string, Intl.DateTimeFormat>()
  return (timeZone: string): Intl.DateTimeFormat => {
    const known = made.get(timeZone) ?? new Intl.DateTimeFormat('fr-FR', { timeZone, ...options })
    made.set(timeZone, known)
    return known
  }
}
const digits = formatOf({ year: 'numeric', month: '2-digit', day: '2-digit' })
const clockOf = formatOf({ hour: '2-digit', minute: '2-digit' })
const yearOf = formatOf({ year: 'numeric' })
const dayAndMonth = formatOf({ day: 'numeric', month: 'long' })
const wholeDate = formatOf({ day: 'numeric', month: 'long', year: 'numeric' })
const withWeekday = formatOf({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })

/** French says the first day of a month by its rank, the others by their number; Intl knows only numbers. */
const ranked = (date: string) => date.replace(/(?<!\d)1(?= \p{L})/u, '1er')

/** Number of the calendar day in that time zone: tomorrow at 8 is tomorrow even when it is only ten hours away. */
const calendarDay = (at: Date, timeZone: string) => {
  const parts = Object.fromEntries(digits(timeZone).formatToParts(at)
    .map((part) => [part.type, part.value]))
  return Date.UTC(Number(parts['year']), Number(parts['month']) - 1, Number(parts['day'])) / day
}

/** As one would say it: "il y a 5 minutes", "hier à 14:30", "le 3 mars", "le 3 mars 2024". */
export function said(at: Date, now: Date, timeZone = 'Europe/Paris'): string {
  const gap = at.getTime() - now.getTime()
  const days = calendarDay(at, timeZone) - calendarDay(now, timeZone)
  if (Math.abs(gap) < minute) return 'à l’instant'
  if (Math.abs(gap) < hour) return relative.format(Math.trunc(gap / minute), 'minute')
  const clock = clockOf(timeZone).format(at)
  if (days === 0) return Math.abs(gap) < 6 * hour ? relative.format(Math.trunc(gap / hour), 'hour') : `aujourd’hui à ${clock}`
  if (Math.abs(days) === 1) return `${relative.format(days, 'day')} à ${clock}`
  if (Math.abs(days) < 7) return relative.format(days, 'day')
  const sameYear = yearOf(timeZone).format(at) === yearOf(timeZone).format(now)
  return `le ${ranked((sameYear ? dayAndMonth : wholeDate)(timeZone).format(at))}`
}

/** The exact instant, for those who hover or listen: "samedi 21 novembre 2026 à 10:49". */
export const exactly = (at: Date, timeZone = 'Europe/Paris') => `${ranked(withWeekday(timeZone).format(at))} à ${clockOf(timeZone).format(at)}`

const MOST_DAYS = 10_000
const days = new Map<string, string>()

/** The day of an instant, in that time zone: "3 mars 2026". Days begin on a quarter of an hour everywhere: each is written once for many cards. */
export const dayOf = (at: Date, timeZone = 'Europe/Paris'): string => {
  const quarter = `${Math.floor(at.getTime() / (15 * minute))} ${timeZone}`
  const day = days.get(quarter) ?? ranked(wholeDate(timeZone).format(at))
  if (days.size >= MOST_DAYS) days.clear()
  days.set(quarter, day)
  return day
}

/** A calendar date, which has no time zone: "3 mars 2026". */
export const calendarDate = (date: string) => ranked(wholeDate('UTC').format(new Date(`${date}T00:00:00Z`)))
