import { module } from '#kernel/operation/module.ts'
import { identity } from '#modules/identity/module.ts'
import { listMails } from './mailbox/list-mails.ts'
import { mailContent } from './mailbox/mail-content.ts'
import { showMail } from './mailbox/show-mail.ts'
import { listPeople } from './sign-in/list-people.ts'
import { signInAs } from './sign-in/sign-in-as.ts'

export { configureDemonstration } from './configuration.ts'

/** What exists in the demonstration alone: being one of its people, reading its mailbox. Nothing else mounts or bundles it. */
export const demo = module({
  name: 'demo',
  folder: 'demo',
  needs: [identity],
  operations: { listPeople, listMails, showMail },
  raw: [signInAs, mailContent],
  privacy: { 'demo.seeding': 'none' },
})
