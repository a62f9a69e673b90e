import type { LoaderFunctionArgs } from 'react-router'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { showCollection } from '../operations/show-collection.ts'
import { FAVOURITES } from '../slugs.ts'
import { CollectionView, type ShownCollection } from './CollectionView.tsx'
import { urls } from './routes.ts'

const shown = answers(showCollection, { input: () => ({ slug: FAVOURITES }) })

export const loader = async (args: LoaderFunctionArgs) => await shown(args) as ShownCollection

/** The one collection that everybody has and nobody else sees. */
export default function FavouritesPage() {
  return <CollectionView collection={useAnswer<typeof loader>()} pageAt={urls.favourites} />
}
