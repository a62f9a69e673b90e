import { usageNames, type UsageName } from './usage.ts'

type Series = readonly { name: UsageName; points: readonly { day: string; value: number }[] }[]

/** One line a period, the last first, with what each series counted in it. */
export const periodsOf = (series: Series): [string, ...number[]][] => {
  const days = [...new Set(series.flatMap(({ points }) => points.map(({ day }) => day)))].toSorted().toReversed()
  const values = new Map(series.map(({ name, points }) => [name, new Map(points.map(({ day, value }) => [day, value]))]))
  return days.map((day) => [day, ...usageNames.map((name) => values.get(name)?.get(day) ?? 0)])
}
