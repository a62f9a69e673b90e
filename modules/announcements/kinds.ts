import { z } from 'zod'
import { declareKind } from '#modules/notifications/api.ts'
import { fr } from './web/fr.ts'
import { urls } from './web/routes.ts'

/** What is told, as in search and in facts. */
export const KIND = 'announcements.announcement'

const params = z.object({ announcementId: z.uuid(), title: z.string() })
const common = {
  params, family: fr.kinds.family, text: ({ title }: z.output<typeof params>) => ({ title: fr.kinds.title(title) }),
  href: ({ announcementId }: z.output<typeof params>) => urls.one(announcementId),
}

/** Something that an administrator tells. */
export const told = declareKind({ ...common, code: 'announcements.published', importance: 'normal', channels: { mail: 'daily' },
  label: fr.kinds.label })
/** The same when it cannot wait: on screen and by mail at once, whatever was chosen. */
export const toldAtOnce = declareKind({ ...common, code: 'announcements.urgent', importance: 'critical', channels: { mail: 'at-once' },
  label: fr.kinds.urgent })
