import { fr } from '#design/fr.ts'

/** A file to download, with what one wants to know before: its name, its kind, its weight. */
export function FileLink({ href, name, type, bytes }: { href: string, name: string, type?: string, bytes?: number }) {
  const facts = [type?.toUpperCase(), bytes !== undefined && fr.size(bytes)].filter(Boolean).join(' – ')
  return (
    <a className="sl-file" href={href} download={name}>
      <span className="sl-file__icon fr-icon-file-download-line" aria-hidden="true" />
      <span><span className="fr-sr-only">{fr.file.download} </span><span className="sl-file__name">{name}</span>
        {facts && <span className="fr-hint-text">{facts}</span>}</span>
    </a>
  )
}
