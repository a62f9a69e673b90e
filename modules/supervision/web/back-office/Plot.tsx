import { useId } from 'react'
import { calendarDate } from '#design/moment.ts'
import { Table } from '#design/Table.tsx'
import { fr } from './fr.ts'

interface Point { day: string, value: number }

const [WIDTH, HEIGHT, LEFT, BOTTOM, TOP] = [640, 200, 56, 24, 12] as const
const words = fr.figures

/** A round number at or above the greatest value, so that the scale reads well: 1, 2 or 5 times a power of ten. */
const scaleOf = (values: number[]): number => {
  const most = Math.max(1, ...values)
  const power = 10 ** Math.floor(Math.log10(most))
  return [1, 2, 5, 10].map((times) => times * power).find((round) => round >= most) ?? most
}

const dayNumber = (day: string) => Date.parse(day) / 86_400_000

/** A count over time, plotted, with its numbers beside. The drawing takes the colours of the text, in light and in dark. */
export function Plot({ name, points }: { name: string, points: readonly Point[] }) {
  const id = useId()
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last || first === last) return <p>{words.few}</p>
  const most = scaleOf(points.map(({ value }) => value))
  const [from, length] = [dayNumber(first.day), dayNumber(last.day) - dayNumber(first.day)]
  const x = (day: string) => LEFT + (dayNumber(day) - from) / length * (WIDTH - LEFT - 8)
  const y = (value: number) => TOP + (1 - value / most) * (HEIGHT - TOP - BOTTOM)
  return (
    <figure className="sl-figure">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width="100%" role="img" aria-labelledby={id} fill="currentColor" fontSize="12">
        <title id={id}>{words.plot(name, calendarDate(first.day), calendarDate(last.day))}</title>
        {[0, most / 2, most].map((value) => (
          <g key={value}>
            <line x1={LEFT} x2={WIDTH - 8} y1={y(value)} y2={y(value)} stroke="currentColor" strokeOpacity="0.25" />
            <text x={LEFT - 8} y={y(value) + 4} textAnchor="end">{fr.number(value)}</text>
          </g>
        ))}
        <text x={LEFT} y={HEIGHT - 4}>{calendarDate(first.day)}</text>
        <text x={WIDTH - 8} y={HEIGHT - 4} textAnchor="end">{calendarDate(last.day)}</text>
        <polyline fill="none" stroke="currentColor" strokeWidth="2.5" strokeLinejoin="round"
          points={points.map(({ day, value }) => `${x(day).toFixed(1)},${y(value).toFixed(1)}`).join(' ')} />
        <circle cx={x(last.day)} cy={y(last.value)} r="4" />
      </svg>
      <details>
        <summary>{words.table(name)}</summary>
        <Table rows={points.toReversed()} rowKey={({ day }) => day} caption={name} captionHidden empty={words.few}
          columns={{ [words.day]: ({ day }) => calendarDate(day), [words.value]: ({ value }) => fr.number(value) }} />
      </details>
    </figure>
  )
}
