import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { isSame, stateOf } from '../draft/draft.ts'
import { draftAt, draftOf } from '../draft/store.ts'
import { audience, licence, supportType, theme, version } from '../limits.ts'
import { compared } from '../draft/history.ts'
import { peopleOf } from '../people.ts'
import { editsResource, resourceWithRights, type Context } from '../policy.ts'
import { fileCard, fileCards, showContents, shownContent } from '../reading/shown-contents.ts'
import { restoreContent } from './restore-content.ts'
import { restoreDraft } from './restore-draft.ts'

const side = shownContent.extend({ source: z.string().nullable() }).nullable()
const both = <T extends z.ZodType>(part: T) => z.object({ before: part, after: part, same: z.boolean() })
const image = z.object({ fileId: z.uuid().nullable(), alt: z.string(), file: fileCard.nullable() })

/** A state of the draft, the one after event `sequence`, beside the draft as it is now. */
export const compareDraft = query({
  http: 'GET /resources/:resourceId/history/:sequence',
  input: z.object({ resourceId: z.uuid(), sequence: z.int().min(1) }),
  output: z.object({
    resourceId: z.uuid(), publishedAt: z.string().nullable(), isPublic: z.boolean(), changed: z.boolean(),
    contents: z.array(z.object({ id: z.uuid() })), sequence: z.int(), latest: z.int(), at: z.string(), byName: z.string().nullable(),
    heading: z.object({ title: z.string() }),
    title: both(z.string()), description: both(z.string()), image: both(image), licence: both(licence),
    indexation: both(z.object({ themes: z.array(theme), supportTypes: z.array(supportType), audiences: z.array(audience) })),
    /** Versions of the contents of now, by identifier: what is brought back replaces these. */
    versions: z.record(z.string(), version),
    compared: z.array(z.object({ change: z.enum(['same', 'added', 'removed', 'changed', 'moved']), before: side, after: side })),
  }),
  on: (context: Context, { resourceId, sequence }) => resourceWithRights(context)
    .innerJoin('bases.resource_event as event', 'event.resource_id', 'resource.id').select(['event.at', 'event.by_id'])
    .where('resource.id', '=', resourceId).where('event.sequence', '=', sequence).executeTakeFirst(),
  allow: editsResource,
  can: { restoreDraft, restoreContent },
  run: async (context: Context, { sequence }, resource) => {
    const [{ draft: after, changed, sequence: latest }, then] = [await draftOf(context, resource.id), await draftAt(context, resource.id, sequence)]
    const before = then!
    const pair = <T>(old: T, now: T) => ({ before: old, after: now, same: isSame(old, now) })
    const list = compared(before, after)
    const shown = async (contents: (typeof list)[number]['before'][]) => {
      const cards = await showContents(context, contents.filter((one) => one !== null))
      const byId = new Map(cards.map((card) => [card.id, card]))
      return contents.map((one) => one && { ...byId.get(one.id)!, source: one.text })
    }
    const [olds, news, people, pictures] = [
      await shown(list.map((one) => one.before)), await shown(list.map((one) => one.after)),
      await peopleOf(context, [resource.by_id], { everyone: true }), await fileCards(context, [before.image.fileId, after.image.fileId]),
    ]
    const [old, now] = [stateOf(before), stateOf(after)]
    const pictured = (one: typeof old.image) => ({ ...one, file: pictures.get(one.fileId ?? '') ?? null })
    return {
      resourceId: resource.id, publishedAt: resource.published_at, isPublic: resource.is_public, changed, heading: now.heading,
      contents: after.contents.map(({ id }) => ({ id })), sequence, latest, at: resource.at, byName: people[0]?.name ?? null,
      title: pair(old.heading.title, now.heading.title), description: pair(old.heading.description, now.heading.description),
      image: pair(pictured(old.image), pictured(now.image)), licence: pair(old.licence, now.licence), indexation: pair(old.indexation, now.indexation),
      versions: Object.fromEntries(after.contents.map((one) => [one.id, one.version])),
      compared: list.map(({ change }, at) => ({ change, before: olds[at]!, after: news[at]! })),
    }
  },
})
