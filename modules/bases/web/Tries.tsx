import { TagList } from '#design/Tag.tsx'
import { fr } from './search.fr.ts'

/** Shorter texts that do find something, when nothing has all the words. */
export function Tries({ tries, href }: { tries: readonly string[], href: (text: string) => string }) {
  if (tries.length === 0) return null
  return (
    <nav aria-label={fr.search.tryWith}>
      <p className="fr-mb-1w">{fr.search.tryWith}</p>
      <TagList tags={tries.map((text) => ({ label: `« ${text} »`, href: href(text) }))} />
    </nav>
  )
}
