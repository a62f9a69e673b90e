import { fr } from '#design/fr.ts'

/** Lines where content is coming, told once to readers. */
export function Loading({ lines = 3, label = fr.loading }: { lines?: number, label?: string }) {
  return (
    <div className="sl-loading" role="status">
      <span className="fr-sr-only">{label}</span>
      {Array.from({ length: lines }, (_, index) => <span className="sl-loading__line" key={index} />)}
    </div>
  )
}
