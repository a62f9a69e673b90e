import type { InvitationRow } from './invitations.ts'
import type { Context } from '../policy.ts'

export interface Offer {
  kind: 'base' | 'resource'; title: string; excerpt: string; role: 'administrator' | 'contributor' | null; invitedBy: string | null
  message: string; expiresAt: string
}

/** What an invitation offers, in words for the one invited; a private base and a draft are named to them. None when what it offered is gone. */
export const offerOf = async ({ db }: Context, row: InvitationRow): Promise<Offer | undefined> => {
  const inviter = await db.selectFrom('identity.card').select('name').where('id', '=', row.invited_by).executeTakeFirst()
  const said = {
    role: row.role as Offer['role'], invitedBy: inviter?.name ?? null, message: row.message, expiresAt: row.expires_at,
  }
  if (row.base_id !== null) {
    const base = await db.selectFrom('bases.base').select(['title', 'excerpt']).where('id', '=', row.base_id).where('deleted_at', 'is', null)
      .executeTakeFirst()
    return base && { kind: 'base', ...base, ...said }
  }
  const draft = await db.selectFrom('bases.draft as draft').innerJoin('bases.resource as resource', 'resource.id', 'draft.resource_id')
    .select('draft.state').where('resource.id', '=', row.resource_id).where('resource.deleted_at', 'is', null).executeTakeFirst()
  const { heading } = (draft?.state ?? {}) as { heading?: { title: string } }
  return heading && { kind: 'resource', title: heading.title, excerpt: '', ...said }
}
