import type { PageRoute } from '#kernel/operation/module.ts'

/** Pages of those who read. */
export const reading: PageRoute[] = [
  { path: 'recherche', file: 'modules/bases/web/SearchPage.tsx', id: 'bases/search' },
  { path: 'personnes', file: 'modules/bases/web/ProfilesPage.tsx', id: 'bases/profiles' },
  { path: 'ressources', file: 'modules/bases/web/ResourcesPage.tsx', id: 'bases/resources' },
  { path: 'ressources/:slug', file: 'modules/bases/web/ResourcePage.tsx', id: 'bases/resource' },
  { path: 'ressources/:slug/imprimer', file: 'modules/bases/web/PrintResourcePage.tsx', id: 'bases/print' },
  { path: 'bases', file: 'modules/bases/web/BasesPage.tsx', id: 'bases/bases' },
  { path: 'bases/:slug', file: 'modules/bases/web/BasePage.tsx', id: 'bases/base' },
  { path: 'collections/:slug', file: 'modules/bases/web/CollectionPage.tsx', id: 'bases/collection' },
  { path: 'personnes/:personId', file: 'modules/bases/web/ProfilePage.tsx', id: 'bases/profile' },
  { path: 'mes-nouveautes', file: 'modules/bases/web/FeedPage.tsx', id: 'bases/feed' },
  { path: 'mes-nouveautes/suivis', file: 'modules/bases/web/FollowedPage.tsx', id: 'bases/followed' },
  { path: 'mes-collections/favoris', file: 'modules/bases/web/FavouritesPage.tsx', id: 'bases/favourites' },
]
