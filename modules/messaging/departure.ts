import type { Module } from '#kernel/operation/module.ts'
import { dropFiles } from './attaching.ts'
import type { Context } from './policy.ts'
import { fr } from './web/attachments.fr.ts'

/** Files that somebody sent with messages go with them, whoever received them. */
export const departure: NonNullable<Module['departure']> = {
  foresee: async (context, personId) => {
    const { count } = await (context as Context).db.selectFrom('messaging.attachment').select((eb) => eb.fn.countAll<number>().as('count'))
      .where('person_id', '=', personId).executeTakeFirstOrThrow()
    return count > 0 ? [{ becomes: 'goes', says: fr.leaves(count) }] : []
  },
  settle: async (context, personId) => { await dropFiles(context, { personId }) },
}
