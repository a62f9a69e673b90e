import type { Insertable } from 'kysely'
import { profileOf } from '#modules/identity/api.ts'
import { accountAgeMinutes, hold, looksLikeSpam } from '#modules/moderation/api.ts'
import type { Draft } from '../draft/draft.ts'
import { kinds } from '../indexing.ts'
import type { Context } from '../policy.ts'
import { protectAgain, type ResourceRow } from '../publishing/publishing.ts'
import type { BasesBase } from '../tables.gen.ts'
import { reported as fr } from '../web/reported.fr.ts'
import { urls } from '../web/routes.ts'

/** A website may stand in few words: what else is written tells an advertisement from a base. */
type BaseWords = Pick<Insertable<BasesBase>, 'title' | 'excerpt' | 'description' | 'website' | 'is_public'>

const texts = (list: readonly (string | null | undefined)[]) => list.filter((text) => typeof text === 'string')
const ageOf = ({ actor, now }: Context) => accountAgeMinutes(actor.id!, now)

/**
 * What was just published, kept from readers until a moderator has read it when it looks like spam; search and files follow. What nobody else
 * sees is not looked at.
 */
export const holdIfSpam = async (context: Context, resource: ResourceRow, { heading, contents }: Draft): Promise<ResourceRow> => {
  const written = texts([heading.description, ...contents.flatMap(({ title, text, caption }) => [title, text, caption])])
  const links = texts(contents.map(({ url }) => url))
  if (!resource.is_open || !looksLikeSpam({ texts: written, links, accountAgeMinutes: ageOf(context) })) return resource
  const held = await context.db.updateTable('bases.resource').where('id', '=', resource.id).set({ is_public: false, withheld: 'waiting' })
    .returningAll().executeTakeFirstOrThrow()
  await protectAgain(context, held)
  const { id: targetId, title, slug } = held
  await hold(context, { kind: kinds.resource, targetId, title: title!, href: urls.resource(slug!), authorId: context.actor.id!, reason: 'spam' })
  return held
}

/** The same of a base that is about to be written. @returns its columns, closed when it is held. */
export const holdBaseIfSpam = async <B extends BaseWords>(context: Context, id: string, slug: string, base: B): Promise<B & { withheld?: 'waiting' }> => {
  const shown = { texts: texts([base.excerpt, base.description]), links: texts([base.website]), accountAgeMinutes: ageOf(context) }
  if (!base.is_public || !looksLikeSpam(shown)) return base
  await hold(context, { kind: kinds.base, targetId: id, title: base.title, href: urls.base(slug), authorId: context.actor.id!, reason: 'spam' })
  return { ...base, is_public: false, withheld: 'waiting' }
}

/**
 * And of a profile that all may see: its title, its presentation, its links. What is asked here is what others see now, since part of it is
 * written elsewhere.
 */
export const holdProfileIfSpam = async (context: Context, personId: string): Promise<void> => {
  const { db, now } = context
  const card = await db.selectFrom('identity.card').select(['name', 'title', 'is_public']).where('id', '=', personId).where('is_erased',
    '=', false).executeTakeFirst()
  const said = await db.selectFrom('bases.profile').selectAll().where('person_id', '=', personId).executeTakeFirst()
  if (!card?.is_public || said?.withheld) return
  const presented = await profileOf(context, personId)
  const links = texts([said?.website, said?.linkedin, said?.facebook, said?.twitter])
  const words = { texts: texts([card.title, presented?.about]), accountAgeMinutes: accountAgeMinutes(personId, now) }
  // A profile has a place for links, which few words introduce; without a single one, or written among the words, they are all that it
  // says.
  if (!looksLikeSpam({ ...words, links: [] }) && !looksLikeSpam({ ...words, links, fewestWords: 1 })) return
  await db.insertInto('bases.profile').values({ person_id: personId, withheld: 'waiting' })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ withheld: 'waiting' })).execute()
  await hold(context, {
    kind: kinds.profile, targetId: personId, title: card.name ?? fr.unnamed, href: urls.profile(personId), authorId: personId,
      reason: 'spam',
  })
}
