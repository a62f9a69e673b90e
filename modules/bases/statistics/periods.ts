import { dateIn } from '#kernel/date.ts'

/** How days are put together: weeks begin on Monday. */
export const steps = ['week', 'month'] as const
export type Step = (typeof steps)[number]

/** How far back each goes, in days: a year of weeks, three years of months. */
export const periodsShown = { week: { days: 364 }, month: { days: 1096 } } as const satisfies Record<Step, { days: number }>

const DAY = 86_400_000
const dateOf = (instant: Date) => instant.toISOString().slice(0, 10)

/** The first day of the period of an instant, in Paris; for weeks, the Monday. */
export const firstDay = (now: string, by: Step): string => {
  const today = new Date(dateIn(new Date(now)))
  if (by === 'month') return dateOf(today).slice(0, 8).concat('01')
  return dateOf(new Date(today.getTime() - (today.getUTCDay() + 6) % 7 * DAY))
}

const next = (day: string, by: Step): string => {
  const date = new Date(day)
  if (by === 'week') return dateOf(new Date(date.getTime() + 7 * DAY))
  return dateOf(new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1)))
}

/** Every period from the first counted to the one of now, with nought where nothing was: a line between two counts would lie. */
export const filled = (rows: readonly { day: string; value: number }[], by: Step, now: string): { day: string; value: number }[] => {
  const values = new Map(rows.map(({ day, value }) => [day, value]))
  const [first, last] = [rows[0]?.day, firstDay(now, by)]
  const points: { day: string; value: number }[] = []
  for (let day = first; day !== undefined && day <= last; day = next(day, by)) points.push({ day, value: values.get(day) ?? 0 })
  return points
}
