import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { holds } from '#kernel/operation/rule.ts'
import { orderErasure } from '../../erasure.ts'
import type { Context } from '../../policy.ts'
import { closeSessions, gone, personForStaff, personId, reason } from './target.ts'

const plain = (text: string) => text.trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase('fr')

/** What must be typed to say that one means it: the name, or the address of who has not said theirs. */
export const confirmationOf = (person: { name: string; id: string; addresses: readonly { email: string }[] }): string =>
  person.name || person.addresses[0]?.email || person.id

/**
 * Empties everything that names a person, in every module, for good. The account closes at once; the worker does the rest. An administrator
 * loses that role first.
 */
export const anonymisePerson = command({
  http: 'DELETE /back-office/people/:personId',
  input: z.object({ personId, reason, confirmation: z.string().max(300) }),
  output: z.object({}),
  on: (context: Context, input) => personForStaff(context, input.personId, true),
  allow: holds('administrator'),
  provedWithin: 5,
  when: (person, { confirmation }, { actor }) => {
    if (person.id === actor.id) return 'identity.not-yourself'
    if (person.roles.length > 0) return 'identity.has-platform-role'
    return gone(person) ?? (plain(confirmation) === plain(confirmationOf(person)) ? undefined : 'identity.wrong-confirmation')
  },
  run: async (context: Context, input, person) => {
    await context.db.updateTable('identity.account').set({ state: 'suspended' }).where('person_id', '=', person.id).execute()
    await closeSessions(context, person.id)
    await orderErasure(context, person.id, input.reason)
    return {}
  },
})
