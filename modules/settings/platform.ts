import { z } from 'zod'
import { declareSetting } from './setting.ts'
import { fr } from './web/back-office/fr.ts'

/** What people call the service. Empty: what the installation's configuration says (`SILLAGE_NAME`, `SILLAGE_TAGLINE`). */
export const site = declareSetting({
  key: 'settings.site', group: 'service', ...fr.declared.site,
  fields: z.object({ name: z.string().trim().max(60), tagline: z.string().trim().max(120) }),
  initial: { name: '', tagline: '' },
})

/** A sentence above every page, from one day to another, both included, as Paris counts days. Without text there is none. */
export const announcement = declareSetting({
  key: 'settings.announcement', group: 'service', ...fr.declared.announcement,
  fields: z.object({
    text: z.string().trim().max(300), level: z.enum(['info', 'warning', 'alert']),
    from: z.iso.date().nullable().default(null), to: z.iso.date().nullable().default(null),
  }),
  initial: { text: '', level: 'info', from: null, to: null },
})

/**
 * An account that nobody comes to any more is deleted, after three mails that say so. In days without a visit for the deletion, in days
 * before the deletion for the mails.
 */
export const inactivity = declareSetting({
  key: 'settings.inactivity', group: 'privacy', ...fr.declared.inactivity,
  fields: z.object({
    isOn: z.boolean(), deletionAfter: z.int().min(90).max(3650),
    firstMail: z.int().min(1).max(89), secondMail: z.int().min(1).max(89), lastMail: z.int().min(1).max(89),
  }),
  initial: { isOn: true, deletionAfter: 365, firstMail: 60, secondMail: 30, lastMail: 15 },
})
