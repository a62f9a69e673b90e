import { module } from '#kernel/operation/module.ts'
import { audit } from '#modules/audit/module.ts'
import { files } from '#modules/files/module.ts'
import { identity } from '#modules/identity/module.ts'
import { mail } from '#modules/mail/module.ts'
import { notifications } from '#modules/notifications/module.ts'
import { secrets } from '#modules/secrets/module.ts'
import { settings } from '#modules/settings/module.ts'
import { endArchives, makeArchive, tellArchive } from './archive/jobs.ts'
import { erasePerson, finishDeletions, remindDeletions, tellDeletion } from './deletion-jobs.ts'
import { archiveAsked, deletionAsked, deletionCancelled, personErased } from './events.ts'
import { followInactivity, warnOfAbsence } from './inactivity.ts'
import { cancelDeletion } from './operations/cancel-deletion.ts'
import { foreseeDeletion } from './operations/foresee-deletion.ts'
import { listMyReaders } from './operations/list-my-readers.ts'
import { readArchive } from './operations/read-archive.ts'
import { requestArchive } from './operations/request-archive.ts'
import { requestDeletion } from './operations/request-deletion.ts'
import { showMyData } from './operations/show-my-data.ts'
import { carryOutMerge, eraseOrdered, previewMerge, startErasure, startMerge, startPreview } from './orders.ts'
import { confirmCancellation, confirmDeletion, startArchive } from './reactions.ts'
import './setting.ts'
import { fr } from './web/fr.ts'

/** What a person may do with what is held on them. */
export const privacy = module({
  name: 'privacy',
  folder: 'modules/privacy',
  needs: [audit, identity, mail, notifications, files, settings, secrets],
  operations: { showMyData, requestArchive, listMyReaders, foreseeDeletion, requestDeletion, cancelDeletion },
  raw: [readArchive],
  facts: [archiveAsked, deletionAsked, deletionCancelled, personErased],
  reactions: [startArchive, confirmDeletion, confirmCancellation, startErasure, startPreview, startMerge],
  jobs: [makeArchive, tellArchive, endArchives, erasePerson, finishDeletions, remindDeletions, tellDeletion, followInactivity,
    warnOfAbsence, eraseOrdered, previewMerge, carryOutMerge],
  refusals: fr.refusals,
  done: fr.done,
  privacy: {
    'privacy.statement': 'none',
    // The key goes, and with it what the bytes were worth.
    'privacy.archive': { person: ['person_id'], export: 'rows', erase: 'delete', merge: 'drop' },
    // That somebody was erased is remembered, not who.
    'privacy.deletion': { person: ['person_id'], export: 'rows', erase: 'anonymise', merge: 'drop' },
    'privacy.warning': { person: ['person_id'], export: 'rows', erase: 'delete', merge: 'drop' },
  },
})
