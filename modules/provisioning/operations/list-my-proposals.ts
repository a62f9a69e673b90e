import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { myProposals, type Context } from '../policy.ts'
import { acceptProposal } from './accept-proposal.ts'
import { refuseProposal } from './refuse-proposal.ts'

/** Organisations whose list names one by an address that one has proved, and that ask whether one enters. */
export const listMyProposals = query({
  http: 'GET /me/membership-proposals',
  input: z.object({}),
  output: z.object({ proposals: z.array(z.object({
    id: z.uuid(), organisation: z.string(), role: z.string(), groups: z.array(z.string()), createdAt: z.string(),
  })) }),
  confidential: true,
  allow: signedIn,
  can: { acceptProposal, refuseProposal },
  run: async (context: Context) => {
    const rows = await myProposals(context).innerJoin('organisations.card as organisation', 'organisation.id', 'proposal.organisation_id')
      .select(['proposal.id', 'proposal.described', 'proposal.created_at', 'organisation.name']).orderBy('proposal.id', 'desc').limit(50).execute()
    return { proposals: rows.map((row) => {
      const { person } = row.described as unknown as { person: { role: string; groups: string[] } }
      return { id: row.id, organisation: row.name, role: person.role, groups: person.groups, createdAt: row.created_at }
    }) }
  },
})
