import { z } from 'zod'
import { reaction, type WorkerContext } from '#kernel/fact/reaction.ts'
import { declareKind, declareSubject, notify } from '#modules/notifications/api.ts'
import { invitationAnswered, invitationSent, joinDecided, joinRequested, memberLeft, memberRoleChanged } from '../events.ts'
import { kinds } from '../indexing.ts'
import { memberRole } from '../limits.ts'
import { offerOf } from './offers.ts'
import { basesSeenBy, type Context, type Tables } from '../policy.ts'
import { fr } from '../web/joining.fr.ts'
import { urls } from '../web/routes.ts'

type Worker = WorkerContext<Tables>
const { notices: words } = fr

const place = z.object({ kind: z.enum(['base', 'resource']), title: z.string(), role: memberRole.nullable(), invitationId: z.uuid() })
const base = z.object({ title: z.string(), slug: z.string() })
const soon = { importance: 'normal', channels: { mail: 'at-once' }, family: words.family } as const

const invited = declareKind({
  ...soon, code: 'bases.invited', params: place, label: words.invited.label,
  text: (offer, { by }) => ({ title: words.invited.title(by, offer) }), href: ({ invitationId }) => urls.invitation(invitationId),
})
const answered = declareKind({
  ...soon, code: 'bases.invitation-answered', params: z.object({ title: z.string(), accepted: z.boolean(), href: z.string() }), label: words.answered.label,
  text: ({ title, accepted }, { by }) => ({ title: words.answered.title(by, title, accepted) }), href: ({ href }) => href,
})
const asked = declareKind({
  ...soon, code: 'bases.join-asked', params: base, label: words.asked.label,
  text: ({ title }, { by }) => ({ title: words.asked.title(by, title) }), href: ({ slug }) => `${urls.baseMembers(slug)}#demandes`,
})
const decided = declareKind({
  ...soon, code: 'bases.join-decided', params: base.extend({ accepted: z.boolean() }), label: words.decided.label,
  text: ({ title, accepted }) => ({ title: words.decided.title(title, accepted) }), href: ({ slug }) => urls.base(slug),
})
const roleChanged = declareKind({
  ...soon, code: 'bases.role-changed', params: base.extend({ role: memberRole }), label: words.role.label,
  text: ({ title, role }) => ({ title: words.role.title(title, role) }), href: ({ slug }) => urls.base(slug),
})
const removed = declareKind({
  ...soon, code: 'bases.member-removed', params: z.object({ title: z.string() }), label: words.removed.label,
  text: ({ title }) => ({ title: words.removed.title(title) }), href: () => urls.myBases(),
})

declareSubject({
  kind: kinds.base, label: 'base',
  find: async (context, id) => {
    const row = await basesSeenBy(context as Context).select(['base.title', 'base.slug']).where('base.id', '=', id).executeTakeFirst()
    return row && { title: row.title, href: urls.base(row.slug) }
  },
})

const baseOf = ({ db }: Worker, id: string) => db.selectFrom('bases.base').select(['title', 'slug']).where('id', '=', id).where('deleted_at', 'is', null)
  .executeTakeFirst()
const about = (id: string) => ({ kind: kinds.base, id })

const tellInvited = reaction({
  name: 'bases.tell-invited', to: invitationSent,
  run: async (context: Worker, { invitationId }) => {
    const row = await context.db.selectFrom('bases.invitation').selectAll().where('id', '=', invitationId).where('state', '=', 'pending').executeTakeFirst()
    const offer = row?.person_id && await offerOf(context, row)
    if (!row?.person_id || !offer) return
    const { kind, title, role } = offer
    await notify(context, { kind: invited, to: [row.person_id], params: { kind, title, role, invitationId }, by: row.invited_by ?? undefined, key: invitationId })
  },
})

const tellAnswered = reaction({
  name: 'bases.tell-answered', to: invitationAnswered,
  run: async (context: Worker, { invitationId }) => {
    const row = await context.db.selectFrom('bases.invitation').selectAll().where('id', '=', invitationId).executeTakeFirst()
    const offer = row?.invited_by && await offerOf(context, row)
    if (!row?.invited_by || !offer) return
    const slug = row.base_id && (await baseOf(context, row.base_id))?.slug
    const href = slug ? urls.baseMembers(slug) : urls.draftSettings(row.resource_id ?? '', 'personnes')
    await notify(context, {
      kind: answered, to: [row.invited_by], params: { title: offer.title, accepted: row.state === 'accepted', href }, by: row.person_id ?? undefined, key: invitationId,
    })
  },
})

const tellAsked = reaction({
  name: 'bases.tell-asked', to: joinRequested,
  run: async (context: Worker, { baseId, requestId }) => {
    const [row, request] = [await baseOf(context, baseId), await context.db.selectFrom('bases.join_request').select('person_id')
      .where('id', '=', requestId).where('state', '=', 'pending').executeTakeFirst()]
    if (!row || !request) return
    const administrators = await context.db.selectFrom('bases.base_member').select('person_id').where('base_id', '=', baseId)
      .where('role', '=', 'administrator').execute()
    await notify(context, {
      kind: asked, to: administrators.map(({ person_id }) => person_id), params: row, by: request.person_id, about: about(baseId), key: requestId,
    })
  },
})

const tellDecided = reaction({
  name: 'bases.tell-decided', to: joinDecided,
  run: async (context: Worker, { baseId, requestId }) => {
    const [row, request] = [await baseOf(context, baseId), await context.db.selectFrom('bases.join_request').select(['person_id', 'state'])
      .where('id', '=', requestId).executeTakeFirst()]
    if (row && request) await notify(context, { kind: decided, to: [request.person_id], params: { ...row, accepted: request.state === 'accepted' }, key: requestId })
  },
})

const tellRole = reaction({
  name: 'bases.tell-role', to: memberRoleChanged,
  run: async (context: Worker, { baseId, personId }) => {
    const [row, member] = [await baseOf(context, baseId), await context.db.selectFrom('bases.base_member').select('role').where('base_id', '=', baseId)
      .where('person_id', '=', personId).executeTakeFirst()]
    if (row && member) await notify(context, { kind: roleChanged, to: [personId], params: { ...row, role: member.role as 'contributor' }, about: about(baseId) })
  },
})

const tellRemoved = reaction({
  name: 'bases.tell-removed', to: memberLeft,
  run: async (context: Worker, { baseId, personId, bySelf }) => {
    const row = bySelf ? undefined : await baseOf(context, baseId)
    if (row) await notify(context, { kind: removed, to: [personId], params: { title: row.title } })
  },
})

/** Those concerned are told, each as they chose. */
export const tellings = [tellInvited, tellAnswered, tellAsked, tellDecided, tellRole, tellRemoved]
