import { useSearchParams } from 'react-router'
import { ButtonLink } from '#design/Button.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { ConfirmButton, ConfirmForm } from '#design/ConfirmButton.tsx'
import { Page } from '#design/Page.tsx'
import { Section } from '#design/Section.tsx'
import { Pagination } from '#design/Pagination.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { deleteCollection } from '../operations/delete-collection.ts'
import { editCollection } from '../operations/edit-collection.ts'
import { moveInCollection } from '../operations/move-in-collection.ts'
import { removeFromCollection } from '../operations/remove-from-collection.ts'
import { showCollection } from '../operations/show-collection.ts'
import { answersTo } from './answers-to.ts'
import { CollectionFields } from './CollectionFields.tsx'
import { CollectionOrder } from './CollectionOrder.tsx'
import { words } from './fr-authoring.ts'
import { urls } from './routes.ts'

const PER_PAGE = 30

export const handle = { hydrate: true }

export const loader = answersTo(showCollection, 'editCollection', {
  input: () => ({ perPage: PER_PAGE }), moved: (one) => 'movedTo' in one ? urls.editCollection(one.movedTo) : undefined,
})
export const action = accepts({ editCollection, deleteCollection, moveInCollection, removeFromCollection }, {
  editCollection: ({ slug }) => urls.collection(slug), deleteCollection: () => urls.myCollections(),
})

const { editCollection: said } = words

export default function EditCollectionPage() {
  const collection = useAnswer<typeof loader>()
  const [params] = useSearchParams()
  const { can, collectionId, version, title, description, isPublic, slug, total, page, pages } = collection
  const name = title ?? ''
  const here = urls.editCollection(slug ?? '')
  const question = can.deleteCollection && {
    form: can.deleteCollection, label: said.remove, title: said.removeTitle, fixed: { collectionId },
      children: <p>{said.removeWhat(name)}</p>,
  }
  return (
    <Page title={said.title(name)} width="text" breadcrumb={[{ label: words.myCollections.title, href: urls.myCollections() },
      { label: name, href: urls.collection(slug ?? '') }]}>
      <CommandForm form={can.editCollection} submit={words.save} fixed={{ collectionId, _version: version }}
        labels={words.collection.labels}
        values={{ title, description, isPublic: String(isPublic) }}
        beside={<ButtonLink href={urls.collection(slug ?? '')} priority="tertiary">{words.cancel}</ButtonLink>}>
        {(field) => <CollectionFields field={field} />}
      </CommandForm>
      <Section title={words.resourcesCount(total)} lead={total > 1 ? said.order : undefined}>
        <CollectionOrder collection={collection} before={(page - 1) * PER_PAGE} />
        <Pagination page={page} pages={pages} href={(one) => `${here}?page=${one}`} />
      </Section>
      {question && (
        <div id="supprimer" className="fr-mt-6w"><Section title={said.remove} lead={said.removeLead}>
          {params.has('supprimer')
            ? <ConfirmForm {...question} back={here} />
            : <ConfirmButton {...question} icon="fr-icon-delete-line" href={`${here}?supprimer=oui#supprimer`} />}
        </Section></div>
      )}
    </Page>
  )
}
