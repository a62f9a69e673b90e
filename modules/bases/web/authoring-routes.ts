import type { PageRoute } from '#kernel/operation/module.ts'

const page = (path: string, name: string): PageRoute => ({ path, file: `modules/bases/web/${name}Page.tsx`, id: `bases/${name}` })

/** Pages of those who write, and of what each person keeps. */
export const authoring: PageRoute[] = [
  page('/mes-ressources', 'MyResources'),
  page('/mes-ressources/nouvelle', 'NewResource'),
  page('/mes-ressources/:resourceId', 'EditResource'),
  page('/mes-ressources/:resourceId/reglages', 'ResourceSettings'),
  page('/mes-ressources/:resourceId/apercu', 'Preview'),
  page('/mes-ressources/:resourceId/historique', 'ResourceHistory'),
  page('/mes-bases', 'MyBases'),
  page('/mes-bases/nouvelle', 'NewBase'),
  page('/mes-bases/:slug/modifier', 'EditBase'),
  page('/mes-bases/:slug/membres', 'BaseMembers'),
  page('/mes-collections', 'MyCollections'),
  page('/mes-collections/nouvelle', 'NewCollection'),
  page('/mes-collections/:slug/modifier', 'EditCollection'),
  page('/ressources/:slug/ranger', 'KeepResource'),
]
