import { calendarDate, dayOf, exactly, said } from '#design/moment.ts'

/**
 * An instant as one says it, exact on hover and to readers. `now` comes from the server with the page, so that both sides write
 * the same words; without it the exact instant is written.
 */
export function Time({ at, now, timeZone }: { at: string | Date, now?: string | Date, timeZone?: string }) {
  const instant = new Date(at)
  const exact = exactly(instant, timeZone)
  return (
    <time dateTime={instant.toISOString()} title={now ? exact : undefined}>
      {now ? <><span aria-hidden="true">{said(instant, new Date(now), timeZone)}</span><span className="fr-sr-only">{exact}
        </span></> : exact}
    </time>
  )
}

/** The day of an instant, where the hour does not matter. */
export function Day({ at, timeZone }: { at: string | Date, timeZone?: string }) {
  const instant = new Date(at)
  return <time dateTime={instant.toISOString()}>{dayOf(instant, timeZone)}</time>
}

/** A calendar date, `YYYY-MM-DD`. */
export function CalendarDate({ date }: { date: string }) {
  return <time dateTime={date}>{calendarDate(date)}</time>
}
