import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import type { ResourceEvent } from '../draft/draft.ts'
import { draftOf } from '../draft/store.ts'
import { contentTypes } from '../enumerations.ts'
import { contentIn, grouped, summed } from '../draft/history.ts'
import { peopleOf } from '../people.ts'
import { editsResource, resourceWithRights, type Context } from '../policy.ts'

/** Events read at once; a group that is cut there goes on with the next page. */
const AT_ONCE = 200

const shownGroup = z.object({
  /** The state after this group is that of its last event. */
  sequence: z.int(), at: z.string(), byName: z.string().nullable(),
  changes: z.array(z.object({ type: z.string(), times: z.int() })),
  /** Each of its events, newest first: any of their states can come back too. */
  events: z.array(z.object({ sequence: z.int(), type: z.string(), at: z.string(), contentId: z.uuid().nullable() })),
  /** Contents that it is about, as they are called now or were when they went. */
  contents: z.array(z.object({ id: z.uuid(), type: z.enum(contentTypes), title: z.string().nullable() })),
})

const eventsOf = async ({ db }: Context, resourceId: string, before: number | undefined) => {
  const rows = await db.selectFrom('bases.resource_event').selectAll().where('resource_id', '=', resourceId)
    .$if(before !== undefined, (query) => query.where('sequence', '<', before!)).orderBy('sequence', 'desc').limit(AT_ONCE + 1).execute()
  return rows.map(({ by_id, ...row }) => ({ ...row, byId: by_id }) as unknown as ResourceEvent & { sequence: number; at: string; byId: string | null })
}
type Events = Awaited<ReturnType<typeof eventsOf>>

const contentsOf = (events: Events) => new Map(events.toReversed().flatMap((event) =>
  event.type === 'content_added' || event.type === 'content_edited' ? [[event.data.content.id, event.data.content] as const] : []))

/** Who changed what, and when: what one person did within one hour stands together, the newest first. */
export const listHistory = query({
  http: 'GET /resources/:resourceId/history',
  input: z.object({ resourceId: z.uuid(), before: z.int().min(1).optional() }),
  output: z.object({
    resourceId: z.uuid(), heading: z.object({ title: z.string() }), publishedAt: z.string().nullable(), isPublic: z.boolean(), changed: z.boolean(),
    contents: z.array(z.object({ id: z.uuid() })), groups: z.array(shownGroup),
    /** Number of the last event of all: the draft as it is now. */
    latest: z.int(),
    /** Where the page of what came earlier begins. */
    earlier: z.int().nullable(),
  }),
  on: (context: Context, { resourceId }) => resourceWithRights(context).where('resource.id', '=', resourceId).executeTakeFirst(),
  allow: editsResource,
  run: async (context: Context, { before }, resource) => {
    const [{ draft, changed, sequence }, read] = [await draftOf(context, resource.id), await eventsOf(context, resource.id, before)]
    const events = read.slice(0, AT_ONCE)
    const known = contentsOf(events)
    const people = new Map((await peopleOf(context, events.map(({ byId }) => byId), { everyone: true })).map(({ id, name }) => [id, name]))
    return {
      resourceId: resource.id, heading: draft.heading, publishedAt: resource.published_at, isPublic: resource.is_public, changed,
      contents: draft.contents.map(({ id }) => ({ id })), latest: sequence, earlier: read.length > AT_ONCE ? events.at(-1)!.sequence : null,
      groups: grouped(events).map((group) => ({
        sequence: group[0]!.sequence, at: group[0]!.at, byName: people.get(group[0]!.byId ?? '') ?? null, changes: summed(group),
        events: group.map((event) => ({ sequence: event.sequence, type: event.type, at: event.at, contentId: contentIn(event) ?? null })),
        contents: [...new Set(group.flatMap((event) => contentIn(event) ?? []))].flatMap((id) => known.get(id) ?? []).map(({ id, type, title }) => ({ id, type, title })),
      })),
    }
  },
})
