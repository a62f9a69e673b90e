import type { LoaderFunctionArgs } from 'react-router'
import { Badge } from '#design/Badge.tsx'
import { ButtonLink } from '#design/Button.tsx'
import { CardList } from '#design/Card.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { EmptyState } from '#design/EmptyState.tsx'
import { Link } from '#design/Link.tsx'
import { Page } from '#design/Page.tsx'
import { Pagination } from '#design/Pagination.tsx'
import { Day } from '#design/Time.tsx'
import type { Output } from '#kernel/operation/operation.ts'
import { accepts } from '#kernel/page/accepts.ts'
import { answers, formOf } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { saveCollection } from '../operations/save-collection.ts'
import { showCollection } from '../operations/show-collection.ts'
import { unsaveCollection } from '../operations/unsave-collection.ts'
import { fr as labels } from './fr.ts'
import { ResourceCard } from './parts.tsx'
import { fr } from './reader.fr.ts'
import { urls } from './routes.ts'
import { spaced } from '../typography.ts'

const shown = answers(showCollection, { moved: (output) => 'movedTo' in output ? urls.collection(output.movedTo) : undefined })

type ShownCollection = Exclude<Output<typeof showCollection>, { movedTo: string }>

export const loader = async (args: LoaderFunctionArgs) => {
  const collection = await shown(args) as ShownCollection & Awaited<ReturnType<typeof shown>>
  return { ...collection, unsave: collection.saved && formOf('unsaveCollection', unsaveCollection) }
}
export const action = accepts({ saveCollection, unsaveCollection })
export const handle = { isPublic: true }

export default function CollectionPage() {
  const { collectionId, slug, title, description, isOpen, base, ownerName, saved, updatedAt, resources, total, page, pages, can, unsave } =
    useAnswer<typeof loader>()
  const fixed = { collectionId }
  const keep = can.saveCollection && !can.editCollection && !saved
  return (
    <Page title={spaced(title ?? labels.favourites)} lead={spaced(description) || undefined}
      above={<><p>{base ? <>{fr.collection.ofBase} <Link href={urls.base(base.slug)}>{base.title}</Link></> : fr.collection.kind}
        {ownerName && <>{' · '}{fr.collection.by(ownerName)}</>}
        {' · '}{fr.collection.updated} <Day at={updatedAt} /></p>{!isOpen && <Badge kind="warning">{fr.collection.private}</Badge>}</>}
      actions={<>
        {keep && can.saveCollection && <CommandForm form={can.saveCollection} submit={fr.collection.keep} fixed={fixed} icon="fr-icon-bookmark-line" />}
        {unsave && <CommandForm form={unsave} submit={fr.collection.kept} fixed={fixed} priority="secondary" icon="fr-icon-bookmark-fill" />}
        {can.editCollection && slug && <ButtonLink href={urls.editCollection(slug)} priority="secondary" icon="fr-icon-edit-line">{fr.collection.edit}</ButtonLink>}
      </>}>
      <div className="sl-results__head"><h2>{fr.card.resources(total)}</h2></div>
      {resources.length === 0
        ? <EmptyState title={fr.collection.empty} action={<ButtonLink href={urls.resources()} priority="secondary">{fr.resources.all}</ButtonLink>}>
          <p>{fr.collection.emptyHint}</p></EmptyState>
        : <CardList>{resources.map((resource) => <ResourceCard key={resource.id} resource={resource} />)}</CardList>}
      <Pagination page={page} pages={pages} href={(number) => urls.collection(slug ?? '', number > 1 ? number : undefined)} />
    </Page>
  )
}
