import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { holds } from '#kernel/operation/rule.ts'
import { mergeLine } from '../../merging.ts'
import type { Context } from '../../policy.ts'
import { confirmMerge } from './confirm-merge.ts'
import { personForStaff, type PersonForStaff } from './target.ts'

const text = z.string().nullable()
const side = z.object({
  id: z.uuid(), name: text, createdAt: z.string(), state: z.string(), addresses: z.array(z.string()), issuers: z.array(z.string()),
})

/** A merge: who stays, who goes into them, what each holds and what would become of it, what speaks against it. */
export const showMerge = query({
  http: 'GET /back-office/merges/:mergeId',
  input: z.object({ mergeId: z.uuid() }),
  output: z.object({
    id: z.uuid(), kept: side, absorbed: side, state: z.enum(['preparing', 'ready', 'under-way', 'done']), version: z.int(),
    lines: z.array(mergeLine), warnings: z.array(z.enum(['different-names', 'same-issuer'])),
  }),
  on: ({ db }: Context, { mergeId }) => db.selectFrom('identity.merge').selectAll().where('id', '=', mergeId).executeTakeFirst(),
  allow: holds('administrator'),
  can: { confirmMerge },
  sensitive: 'person',
  run: async (context: Context, _, merge) => {
    const [kept, absorbed] = [(await personForStaff(context, merge.kept_id))!, (await personForStaff(context, merge.absorbed_id))!]
    const identities = await context.db.selectFrom('identity.external_identifier').select(['person_id', 'issuer'])
      .where('person_id', 'in', [kept.id, absorbed.id]).where('valid_to', 'is', null).execute()
    const issuersOf = (id: string) => [...new Set(identities.filter((one) => one.person_id === id).map((one) => one.issuer))]
    const shown = (one: PersonForStaff) => ({
      id: one.id, name: one.name || null, createdAt: one.created_at, state: one.state, addresses: one.addresses.map(({ email }) => email),
      issuers: issuersOf(one.id),
    })
    const settled = merge.confirmed_at ? 'under-way' as const : 'ready' as const
    const differ = kept.name && absorbed.name && kept.name.localeCompare(absorbed.name, 'fr', { sensitivity: 'base' }) !== 0
    const both = issuersOf(kept.id).some((issuer) => issuersOf(absorbed.id).includes(issuer))
    return {
      id: merge.id, kept: shown(kept), absorbed: shown(absorbed), version: merge.version,
      state: merge.done_at ? 'done' as const : merge.previewed_at ? settled : 'preparing' as const,
      lines: z.array(mergeLine).parse(merge.preview ?? []),
      warnings: [...differ ? ['different-names' as const] : [], ...both ? ['same-issuer' as const] : []],
    }
  },
})
