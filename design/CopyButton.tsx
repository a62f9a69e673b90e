import { Button } from '#design/Button.tsx'
import { fr } from '#design/fr.ts'

/** Copies a text. Shown only where the script is; put the text itself beside it, for everybody. */
export function CopyButton({ text, label = fr.copy }: { text: string, label?: string }) {
  return (
    <span className="sl-copy">
      <Button priority="tertiary" size="sm" icon="fr-icon-clipboard-line" data-copy={text}>{label}</Button>
      <span className="sl-copy__said" role="status" suppressHydrationWarning />
    </span>
  )
}
