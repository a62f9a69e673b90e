import { v7 } from '#kernel/id.ts'
import type { Context as KernelContext } from '#kernel/operation/operation.ts'
import type { Context } from './policy.ts'

/** How another service names a person: who says so, in which of its ways, and the name. */
export interface ExternalIdentifier { issuer: string; kind: string; value: string }

const current = ({ db }: Context, { issuer, kind, value }: ExternalIdentifier) => db.selectFrom('identity.external_identifier').select('person_id')
  .where('issuer', '=', issuer).where('kind', '=', kind).where('value', '=', value).where('valid_to', 'is', null).executeTakeFirst()

/** The person whom another service names so today, if anybody. */
export const personByIdentifier = async (context: KernelContext, identifier: ExternalIdentifier): Promise<string | undefined> =>
  (await current(context as Context, identifier))?.person_id

/** Keeps how another service names a person, from now on; nothing happens when it is known already. For imports, never for what somebody says. */
export const keepIdentifier = async (context: KernelContext, personId: string, identifier: ExternalIdentifier): Promise<void> => {
  if (await current(context as Context, identifier)) return
  await (context as Context).db.insertInto('identity.external_identifier')
    .values({ id: v7(), person_id: personId, ...identifier, valid_from: context.now }).execute()
}
