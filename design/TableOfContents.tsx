import { fr } from '#design/fr.ts'

/** What a long page holds, in its order: links to its headings. */
export function TableOfContents({ entries }: { entries: { id: string, label: string }[] }) {
  return (
    <nav className="sl-toc" aria-label={fr.contents}>
      <p className="sl-toc__title" aria-hidden="true">{fr.contents}</p>
      <ol>{entries.map(({ id, label }) => <li key={id}><a href={`#${id}`}>{label}</a></li>)}</ol>
    </nav>
  )
}
