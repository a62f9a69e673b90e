import { z } from 'zod'
import { Refusal, type Context } from '#kernel/operation/operation.ts'
import { knowPeopleBy } from '#modules/audit/api.ts'
import { declareSetting, namePeopleBy, setting } from '#modules/settings/api.ts'
import { peopleByAddress, personCards } from './person.ts'
import { fr } from './web/back-office/fr.ts'

/** Whether anyone may make an account by themselves; people who are invited, or registered by their establishment, always come in. */
export const signUp = declareSetting({
  key: 'identity.sign-up', group: 'accounts', ...fr.declared.signUp, fields: z.object({ isOpen: z.boolean() }), initial: { isOpen: true },
})

/** How long an agent's session may stay unused: their screen shows what is other people's. None: what the installation's configuration says. */
export const agentSession = declareSetting({
  key: 'identity.agent-session', group: 'accounts', ...fr.declared.agentSession,
  fields: z.object({ idleMinutes: z.int().min(5).max(240).nullable().default(null) }), initial: { idleMinutes: null },
})

/** Before an account is made for somebody who comes by themselves. @throws Refusal 403 when administrators closed sign-up. */
export const checkSignUp = async (context: Pick<Context, 'db'>): Promise<void> => {
  if (!(await setting(context, signUp)).isOpen) throw new Refusal('identity.sign-up-closed', {}, 403)
}

// The settings and the trace say who did what, and do not know who people are.
const names = async (context: Context, ids: readonly string[]) =>
  new Map((await personCards(context, ids)).flatMap(({ id, name }) => name ? [[id, name] as const] : []))
namePeopleBy(names)
knowPeopleBy({ names, find: async (context, words) => (await peopleByAddress(context, [words])).map(({ personId }) => personId) })
