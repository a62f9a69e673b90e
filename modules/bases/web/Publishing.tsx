import { Alert } from '#design/Alert.tsx'
import { ButtonLink } from '#design/Button.tsx'
import { Link } from '#design/Link.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import type { Draft } from './draft-answer.ts'
import { fr as care } from './care.fr.ts'
import { fr } from './fr.ts'
import { words } from './fr-authoring.ts'
import { urls } from './routes.ts'

/** Where to mend what stands in the way of publishing. */
const remedies: Record<string, (resourceId: string) => string> = {
  'bases.no-content': (id) => `${urls.draft(id)}#ajouter`,
  'bases.no-theme': (id) => urls.draftSettings(id, 'classement'),
  'bases.no-support-type': (id) => urls.draftSettings(id, 'classement'),
  'bases.no-audience': (id) => urls.draftSettings(id, 'classement'),
}

/** The main action of a draft: to publish it, or to see it once there is nothing left to publish. */
export function PublishButton({ draft: { can, missing, publishedAt, changed, slug } }: { draft: Draft }) {
  if (can.publishResource && missing.length === 0 && (publishedAt === null || changed)) {
    return <CommandForm form={can.publishResource} inline submit={publishedAt === null ? words.publish : words.publishAgain} />
  }
  return publishedAt !== null && <ButtonLink href={urls.resource(slug!)} priority="secondary">{words.seePublished}</ButtonLink>
}

/** Said, never refused: two resources may well have one title. */
function Twin({ title, slug }: { title: string, slug: string }) {
  return <p className="fr-hint-text">{care.twin.before} <Link href={urls.resource(slug)}>{title}</Link>. {care.twin.after}</p>
}

/** What is missing, each with the place where to add it; and another resource under the same title. */
export function Missing({ draft: { missing, resourceId, twin } }: { draft: Draft }) {
  if (missing.length === 0) return twin && <Twin {...twin} />
  const sentences: Readonly<Record<string, string>> = fr.refusals
  return (
    <>
      <Alert title={words.missing} level={2}>
        <ul>{missing.map((code) => <li key={code}><a
          href={remedies[code]?.(resourceId) ?? urls.draftSettings(resourceId)}>{sentences[code]}</a></li>)}</ul>
      </Alert>
      {twin && <Twin {...twin} />}
    </>
  )
}
