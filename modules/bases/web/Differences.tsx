import { VisuallyHidden } from '#design/VisuallyHidden.tsx'
import { differenceOf, type Difference } from '../draft/difference.ts'
import { fr } from './autosave.fr.ts'

/** Each run with where it ends: none is empty, so no two end at the same place. */
const placed = (runs: readonly Difference[]) => {
  const list: (Difference & { end: number })[] = []
  for (const run of runs) list.push({ ...run, end: (list.at(-1)?.end ?? 0) + run.text.length })
  return list
}

/** A text beside another: what was added is underlined, what was taken out is struck, and both are said. */
export function Differences({ before, after }: { before: string, after: string }) {
  return <p className="sl-differences">{placed(differenceOf(before, after)).map((run) => <Run key={run.end} {...run} />)}</p>
}

function Run({ kind, text }: Difference) {
  if (kind === 'same') return text
  const Mark = kind === 'added' ? 'ins' : 'del'
  return <Mark><VisuallyHidden> ({fr[kind]} </VisuallyHidden>{text}<VisuallyHidden> – {fr.end}) </VisuallyHidden></Mark>
}
