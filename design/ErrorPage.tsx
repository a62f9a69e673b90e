import type { ReactNode } from 'react'
import { ButtonGroup, ButtonLink } from '#design/Button.tsx'
import { fr } from '#design/fr.ts'
import { Page } from '#design/Page.tsx'
import { EmptyPicture } from '#design/EmptyState.tsx'

/** A page that could not be shown: what happened, what to do, a way out. Never a code alone, never a blame. */
export function ErrorPage({ kind, home = '/', reference, actions }: {
  kind: 403 | 404 | 500 | 'offline', home?: string
  /** What support can look for in the logs. */
  reference?: string
  actions?: ReactNode
}) {
  const { title, what, todo } = fr.errors[kind]
  return (
    <Page title={title} lead={what} width="text" above={<EmptyPicture />}>
      <p>{todo}</p>
      {reference && <p className="fr-hint-text">{fr.reference} <code>{reference}</code></p>}
      <ButtonGroup>
        {actions}
        {kind === 'offline'
          ? <ButtonLink href="">{fr.retry}</ButtonLink>
          : <ButtonLink href={home} priority={actions ? 'secondary' : 'primary'}>{fr.backHome}</ButtonLink>}
      </ButtonGroup>
    </Page>
  )
}
