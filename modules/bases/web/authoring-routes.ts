import type { PageRoute } from '#kernel/operation/module.ts'

const page = (path: string, name: string): PageRoute => ({ path, file: `modules/bases/web/${name}Page.tsx`, id: `bases/${name}` })

/** Pages of those who write, and of what each person keeps. */
export const authoring: PageRoute[] = [
  page('/mes-ressources', 'MyResources'),
  page('/mes-ressources/nouvelle', 'NewResource'),
  page('/mes-ressources/supprimees', 'Deleted'),
  page('/mes-ressources/:resourceId', 'EditResource'),
  page('/mes-ressources/:resourceId/reglages', 'ResourceSettings'),
  page('/mes-ressources/:resourceId/apercu', 'Preview'),
  page('/mes-ressources/:resourceId/historique', 'ResourceHistory'),
  page('/mes-ressources/:resourceId/images/:contentId', 'CropImage'),
  page('/mes-ressources/:resourceId/historique/:sequence', 'CompareDraft'),
  page('/mes-ressources/:resourceId/statistiques', 'ResourceStatistics'),
  page('/mes-bases/:slug/statistiques', 'BaseStatistics'),
  page('/mes-recherches', 'MySearches'),
  page('/mes-recherches/nouvelle', 'NewSearch'),
  page('/mes-bases', 'MyBases'),
  page('/mes-bases/nouvelle', 'NewBase'),
  page('/mes-bases/:slug/modifier', 'EditBase'),
  page('/mes-bases/:slug/membres', 'BaseMembers'),
  page('/invitations-a-ecrire/:invitationId', 'Invitation'),
  page('/bases/:slug/rejoindre', 'JoinBase'),
  page('/premiers-pas', 'Welcome'),
  page('/mes-preferences', 'Preferences'),
  page('/mes-preferences/lettre', 'Letter'),
  page('/lettre-du-mois/arreter/:token', 'StopLetter'),
  page('/votre-avis', 'SiteFeedback'),
  page('/mes-liens', 'SharedProfile'),
  page('/bases/:slug/suivre', 'FollowBase'),
  page('/personnes/:personId/suivre', 'FollowProfile'),
  page('/mes-collections', 'MyCollections'),
  page('/mes-collections/nouvelle', 'NewCollection'),
  page('/mes-collections/:slug/modifier', 'EditCollection'),
  page('/ressources/:slug/ranger', 'KeepResource'),
]
