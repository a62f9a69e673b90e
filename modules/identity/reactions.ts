import { reaction, type WorkerContext } from '#kernel/fact/reaction.ts'
import { signInRequested } from './events.ts'
import { sendSignInLink } from './jobs.ts'

export const mailSignInLink = reaction({
  name: 'identity.mail-sign-in-link',
  to: signInRequested,
  run: (context: WorkerContext, { linkId }) => context.enqueue(sendSignInLink, { linkId }, { key: `sign-in-link:${linkId}` }),
})
