import { useId } from 'react'
import { fr } from '#design/fr.ts'
import { calendarDate } from '#design/moment.ts'
import { Table } from '#design/Table.tsx'

/** A count of one day (`YYYY-MM-DD`). Days may be missing: the line goes straight from one to the next. */
export interface PlotPoint { readonly day: string, readonly value: number }

interface PlotProps {
  /** What is counted: "Ressources publiées". Names the drawing and the table. */
  name: string
  /** In the order of time, two at least. */
  points: readonly PlotPoint[]
  /** Heading of the column of numbers; "Nombre" unless told. */
  valueLabel?: string
  /** What is said in place of a line of fewer than two points. */
  few?: string
}

const [WIDTH, HEIGHT] = [600, 200] as const

/** A round number at or above the greatest value, so that the scale reads well: 1, 2 or 5 times a power of ten; 2 at least, whose half is whole. */
export const scaleOf = (values: readonly number[]): number => {
  const most = Math.max(2, ...values)
  const power = 10 ** Math.floor(Math.log10(most))
  return [1, 2, 5, 10].map((times) => times * power).find((round) => round >= most) ?? most
}

const dayNumber = (day: string) => Date.parse(day) / 86_400_000

/**
 * A count over time, plotted, with its numbers in a table that opens below. The drawing takes the colours of the text, in light and in dark;
 * it stretches with the page while its words keep their size. Needs no script.
 */
export function Plot({ name, points, valueLabel = fr.plot.value, few = fr.plot.few }: PlotProps) {
  const id = useId()
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last || first === last) return <p>{few}</p>
  const most = scaleOf(points.map(({ value }) => value))
  const [from, length] = [dayNumber(first.day), Math.max(1, dayNumber(last.day) - dayNumber(first.day))]
  const at = ({ day, value }: PlotPoint) => `${((dayNumber(day) - from) / length * WIDTH).toFixed(1)},${((1 - value / most) * HEIGHT).toFixed(1)}`
  return (
    <figure className="sl-figure sl-plot">
      <div className="sl-plot__drawn" role="img" aria-labelledby={id}>
        <span id={id} className="fr-sr-only">{fr.plot.title(name, calendarDate(first.day), calendarDate(last.day))}</span>
        <div className="sl-plot__scale">{[most, most / 2, 0].map((value) => <span key={value}>{fr.plot.number(value)}</span>)}</div>
        <svg className="sl-plot__line" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" fill="none" stroke="currentColor" aria-hidden="true">
          {[0, HEIGHT / 2, HEIGHT].map((y) => <line key={y} x2={WIDTH} y1={y} y2={y} strokeOpacity="0.25" vectorEffect="non-scaling-stroke" />)}
          <polyline strokeWidth="2.5" strokeLinejoin="round" vectorEffect="non-scaling-stroke" points={points.map(at).join(' ')} />
          {/* A line of no length with a round end is a dot that the stretching does not flatten. */}
          <path d={`M${at(last)}h0`} strokeWidth="9" strokeLinecap="round" vectorEffect="non-scaling-stroke" />
        </svg>
        <div className="sl-plot__days"><span>{calendarDate(first.day)}</span><span>{calendarDate(last.day)}</span></div>
      </div>
      <details>
        <summary>{fr.plot.table(name)}</summary>
        <Table rows={points.toReversed()} rowKey={({ day }) => day} caption={name} captionHidden empty={few}
          columns={{ [fr.plot.day]: ({ day }) => calendarDate(day), [valueLabel]: ({ value }) => fr.plot.number(value) }} />
      </details>
    </figure>
  )
}
