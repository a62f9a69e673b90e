export { configureMail, mailSite, type MailConfiguration, type Site } from './configuration.ts'
export { MailError, send, type Letter } from './send.ts'
export { compose, type Content } from './template.ts'
export { mailStates } from './states.ts'
