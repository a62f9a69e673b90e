import type { LoaderFunctionArgs } from 'react-router'
import { ButtonLink } from '#design/Button.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { Page } from '#design/Page.tsx'
import { Section } from '#design/Section.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers, formOf } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { createCollection } from '../operations/create-collection.ts'
import { listMyCollections } from '../operations/list-my-collections.ts'
import { removeFromCollection } from '../operations/remove-from-collection.ts'
import { saveResource } from '../operations/save-resource.ts'
import { showResource } from '../operations/show-resource.ts'
import { unsaveResource } from '../operations/unsave-resource.ts'
import { answersTo } from './answers-to.ts'
import { CollectionFields } from './CollectionFields.tsx'
import { fr } from './fr.ts'
import { words } from './fr-authoring.ts'
import { SaveForm } from './SaveForm.tsx'
import { urls } from './routes.ts'
import { useRefused } from './use-refused.ts'

/** The resource, and where one may keep it. One's favourites are there before they exist: the first save makes them. */
export const loader = async (args: LoaderFunctionArgs) => {
  const moved = (one: { movedTo: string } | object) => 'movedTo' in one ? urls.keepResource(one.movedTo) : undefined
  const { resourceId, slug, title, can } = await answersTo(showResource, 'saveResource', { moved })(args)
  const { collections } = await answers(listMyCollections, { input: () => ({ resourceId }) })(args)
  return {
    resourceId, slug, title, save: can.saveResource, unsave: formOf('unsaveResource', unsaveResource),
    removeFrom: formOf('removeFromCollection', removeFromCollection), create: formOf('createCollection', createCollection),
    collections: collections.map((one) => ({ ...one, title: one.title ?? fr.favourites })),
      hasFavourites: collections.some(({ isFavourites }) => isFavourites),
  }
}
export const action = accepts({ saveResource, unsaveResource, removeFromCollection, createCollection })

export default function KeepResourcePage() {
  const { resourceId, slug, title, save, unsave, removeFrom, create, collections, hasFavourites } = useAnswer<typeof loader>()
  const refused = useRefused('createCollection')
  const { keep } = words
  return (
    <Page title={keep.title} lead={keep.lead(title)} width="text" breadcrumb={[{ label: title, href: urls.resource(slug) }]}
      actions={<ButtonLink href={urls.resource(slug)} priority="secondary">{keep.back}</ButtonLink>}>
      {!hasFavourites && <CommandForm form={save} priority="secondary" icon="fr-icon-bookmark-line" fixed={{ resourceId }}
        submit={keep.save} />}
      <SaveForm resourceId={resourceId} collections={collections} save={save} unsave={unsave} removeFrom={removeFrom} />
      <Section title={keep.create}>
        <details className="sl-details" open={refused !== undefined || undefined}>
          <summary>{keep.createMore}</summary>
          <CommandForm form={create} priority="secondary" submit={words.newCollection.submit} values={{ isPublic: 'false' }}
            labels={words.collection.labels}>
            {(field) => <CollectionFields field={field} />}
          </CommandForm>
        </details>
      </Section>
    </Page>
  )
}
