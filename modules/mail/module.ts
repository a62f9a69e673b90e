import { module } from '#kernel/operation/module.ts'
import { pruneMessages } from './jobs.ts'

export const mail = module({
  name: 'mail',
  folder: 'modules/mail',
  jobs: [pruneMessages],
  privacy: { 'mail.message': { person: ['person_id'], export: 'rows', erase: 'anonymise', merge: 'repoint' } },
})
