import { v7 } from '#kernel/id.ts'
import { dateIn } from '#kernel/date.ts'
import type { Context as KernelContext } from '#kernel/operation/operation.ts'
import { keepAcceptedTerms } from '#modules/identity/api.ts'
import type { Context } from './policy.ts'
import { publish } from './publishing.ts'

interface Given { world: { changes: string; body: string }; people: Iterable<string> }

/** Publishes the terms of the demonstration, which its people have accepted. On the owner's connection. */
export const seedTerms = async (context: KernelContext, { world: { changes, body }, people }: Given): Promise<void> => {
  const { db, now } = context as Context
  const draft = { id: v7(), applies_from: dateIn(new Date(now)), version: 1 }
  await db.insertInto('terms.version').values({ ...draft, changes, body, saved_at: now }).execute()
  const number = await publish(context as Context, draft, 0)
  for (const personId of people) {
    await db.insertInto('terms.acceptance').values({ id: v7(), person_id: personId, number, at: now }).execute()
    await keepAcceptedTerms(context, personId, number)
  }
}
