import type { LoaderFunctionArgs } from 'react-router'
import { ButtonLink } from '#design/Button.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers, formOf } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { saveCollection } from '../operations/save-collection.ts'
import { showCollection } from '../operations/show-collection.ts'
import { unsaveCollection } from '../operations/unsave-collection.ts'
import { CollectionView, type ShownCollection } from './CollectionView.tsx'
import { fr } from './reader.fr.ts'
import { urls } from './routes.ts'

const shown = answers(showCollection, { moved: (output) => 'movedTo' in output ? urls.collection(output.movedTo) : undefined })

export const loader = async (args: LoaderFunctionArgs) => {
  const collection = await shown(args) as ShownCollection & Awaited<ReturnType<typeof shown>>
  return { ...collection, unsave: collection.saved && formOf('unsaveCollection', unsaveCollection) }
}
export const action = accepts({ saveCollection, unsaveCollection })
export const handle = { isPublic: true }

export default function CollectionPage() {
  const collection = useAnswer<typeof loader>()
  const { collectionId, slug, saved, can, unsave } = collection
  const fixed = { collectionId }
  const others = can.saveCollection && !can.editCollection && !saved
  return (
    <CollectionView collection={collection} mine={Boolean(can.editCollection)} pageAt={(page) => urls.collection(slug ?? '', page)} actions={<>
      {others && can.saveCollection && <CommandForm form={can.saveCollection} submit={fr.collection.keep}
        fixed={fixed} icon="fr-icon-bookmark-line" />}
      {unsave && <CommandForm form={unsave} submit={fr.collection.kept} fixed={fixed} priority="secondary" icon="fr-icon-bookmark-fill" />}
      {can.editCollection && slug && <ButtonLink href={urls.editCollection(slug)} priority="secondary"
        icon="fr-icon-edit-line">{fr.collection.edit}</ButtonLink>}
    </>} />
  )
}
