import type { Insertable } from 'kysely'
import { accountAgeMinutes, hold, looksLikeSpam } from '#modules/moderation/api.ts'
import type { Draft } from './draft.ts'
import { kinds } from './indexing.ts'
import type { Context } from './policy.ts'
import { protectAgain, type ResourceRow } from './publishing.ts'
import type { BasesBase } from './tables.gen.ts'
import { urls } from './web/routes.ts'

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
