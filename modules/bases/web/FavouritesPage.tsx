import { redirect, type LoaderFunctionArgs } from 'react-router'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { listMyCollections } from '../operations/list-my-collections.ts'
import { showCollection } from '../operations/show-collection.ts'
import { FAVOURITES } from '../titles/slugs.ts'
import { answersPerson } from './answers-to.ts'
import { CollectionView, type ShownCollection } from './CollectionView.tsx'
import { urls } from './routes.ts'

const shown = answers(showCollection, { input: () => ({ slug: FAVOURITES }) })

const listed = answersPerson(listMyCollections)

export const loader = async (args: LoaderFunctionArgs) => {
  const { collections } = await listed(args)
  // They begin with the first resource that is kept; until then, the page of collections says how.
  if (!collections.some(({ isFavourites }) => isFavourites)) throw redirect(urls.myCollections(), 303)
  return await shown(args) as ShownCollection
}

/** The one collection that everybody has and nobody else sees. */
export default function FavouritesPage() {
  return <CollectionView collection={useAnswer<typeof loader>()} pageAt={urls.favourites} mine />
}
