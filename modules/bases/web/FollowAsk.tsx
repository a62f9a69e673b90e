import type { ReactNode } from 'react'
import { ButtonLink } from '#design/Button.tsx'
import { Page } from '#design/Page.tsx'
import { fr } from './follow.fr.ts'

/** Where a visitor who chose « Suivre » comes back once signed in: an address changes nothing by itself, so the button is theirs to press. */
export function FollowAsk({ name, href, form, followed }: { name: string, href: string, form: ReactNode, followed: boolean }) {
  const { title, lead, already, see } = fr.ask
  return (
    <Page title={title(name)} lead={followed ? already : lead} width="text">
      <div className="sl-buttons">{form}<ButtonLink href={href} priority="tertiary">{see}</ButtonLink></div>
    </Page>
  )
}
