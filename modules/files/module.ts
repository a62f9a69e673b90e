import { module } from '#kernel/operation/module.ts'
import { audit } from '#modules/audit/module.ts'
import { currentLimits } from './configuration.ts'
import { collectOrphans, expireUploads, removeBytes, scanWaiting } from './jobs.ts'
import { listMyFiles } from './operations/list-my-files.ts'
import { readFile } from './operations/read-file.ts'
import { readPicture } from './operations/read-picture.ts'
import { removeFile } from './operations/remove-file.ts'
import { sendFile } from './operations/send-file.ts'
import { sendPart } from './operations/send-part.ts'
import { showFile } from './operations/show-file.ts'
import { startUpload } from './operations/start-upload.ts'
import { fr, tooLarge } from './web/fr.ts'

export const files = module({
  name: 'files',
  folder: 'modules/files',
  needs: [audit],
  operations: { startUpload, showFile, listMyFiles, removeFile },
  raw: [sendFile, sendPart, readFile, readPicture],
  jobs: [collectOrphans, expireUploads, removeBytes, scanWaiting],
  privacy: {
    // What others still show stays, without its sender; the rest then has no reference and is collected within a day.
    'files.file': { person: ['uploaded_by'], export: 'rows', erase: 'anonymise', merge: 'repoint' },
    // Keys of principals may name a person: the module that attached the file attaches it again when they change.
    'files.reference': 'none',
  },
  // Read once the process is configured: the sentence gives the limits in force.
  refusals: { ...fr.refusals, get 'files.too-large'() { return tooLarge(currentLimits()) } },
  done: fr.done,
})
