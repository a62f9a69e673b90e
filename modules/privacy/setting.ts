import { z } from 'zod'
import { declareSetting } from '#modules/settings/api.ts'
import { fr } from './web/fr.ts'

/** Days before a deletion that was asked is done, and days for which an archive of one's data may be downloaded. */
export const departure = declareSetting({
  key: 'privacy.departure', group: 'privacy', ...fr.setting,
  fields: z.object({ deletionDays: z.int().min(1).max(90), archiveDays: z.int().min(1).max(30) }),
  initial: { deletionDays: 30, archiveDays: 7 },
})
