import { sql, type RawBuilder } from 'kysely'
import { scopesOf, type Actor } from '#kernel/operation/actor.ts'
import type { Context as KernelContext } from '#kernel/operation/operation.ts'
import { allOf, anyOf, belongsTo, holds, owns, related, signedIn, where } from '#kernel/operation/rule.ts'
import type { IdentityCard } from '#modules/identity/api.ts'
import type { DB } from './tables.gen.ts'

/** Views that other modules publish and that this one reads. */
interface Published {
  'identity.card': IdentityCard
  'files.card': { id: string; name: string; mime: string; size: number; width: number | null; height: number | null }
}
export type Tables = DB & Published
export type Context = KernelContext<Tables>

/** Its author, those invited to write it, the members of its base. An author who leaves the base keeps what they wrote. */
export const editsResource = anyOf(
  owns('created_by'), belongsTo('base', 'base_id'), related('bases.resource_contributor', 'resource_id', 'person_id', 'contributes'),
)
/** Moderators read what waits for them, and what they hid. */
const readsWithheld = allOf(holds('moderator'), anyOf(where('withheld', 'waiting'), where('withheld', 'hidden')))
/** `is_open` is kept by the database: public, published, and in a public base if it has one. */
export const seesResource = anyOf(where('is_open', true), editsResource, readsWithheld)
/** Who decides where it is and whether it stays: its author, the administrators of its base. */
export const decidesOnResource = anyOf(owns('created_by'), belongsTo('base', 'base_id', 'administrator'))

export const belongsToBase = belongsTo('base', 'id')
export const administersBase = belongsTo('base', 'id', 'administrator')
export const seesBase = anyOf(where('is_public', true), belongsToBase, readsWithheld)

export const editsCollection = anyOf(owns('person_id'), belongsTo('base', 'base_id'))
export const seesCollection = anyOf(where('is_open', true), editsCollection)

/** Where something new is put: on one's own (`alone`), or in a base of which one is a member. */
export const writesThere = allOf(signedIn, anyOf(where('alone', true), belongsTo('base', 'base_id')))

/** Every read of bases starts here. */
export const basesSeenBy = ({ db, actor }: Context) => db.selectFrom('bases.base as base')
  .where('base.deleted_at', 'is', null).where(seesBase.where(actor, 'base'))

/** Every read of resources starts here, so that a list never shows what a page hides. Drafts are seen by those who edit them. */
export const resourcesSeenBy = ({ db, actor }: Context) => db.selectFrom('bases.resource as resource')
  .where('resource.deleted_at', 'is', null).where(seesResource.where(actor, 'resource'))

/** What a person has written, alone or with others, wherever their resources are counted or listed. @param person a value or a column. */
export const writtenBy = (person: RawBuilder<unknown>) => sql<boolean>`resource.id = any(array(select own.id from bases.resource as own
  where own.created_by = ${person} union all select resource_id from bases.resource_contributor where person_id = ${person}))`

/** A deleted base keeps its collections aside until its delay is over. */
export const collectionsSeenBy = ({ db, actor }: Context) => db.selectFrom('bases.collection as collection')
  .where('collection.deleted_at', 'is', null).where(seesCollection.where(actor, 'collection'))

/** Profiles that are public, and one's own; those that moderation keeps from others, for moderators. Somebody who left has none. */
export const profilesSeenBy = ({ db, actor }: Context) => db.selectFrom('identity.card as profile').where('profile.is_erased', '=', false)
  .where((eb) => eb.or([
    eb('profile.id', '=', actor.id ?? null),
    eb.and([eb('profile.is_public', '=', true),
      moderates(actor) ? eb.lit(true) : eb.not(eb.exists(eb.selectFrom('bases.profile as withheld')
      .select('withheld.person_id').whereRef('withheld.person_id', '=', 'profile.id').where('withheld.withheld', 'is not', null)))]),
  ]))
const moderates = (actor: Actor) => holds('moderator').holds(actor, undefined)

/** What `editsResource` reads on a row; an expression to select. */
export const contributes = ({ actor }: Context): RawBuilder<boolean> => actor.id === undefined ? sql<boolean>`false` : sql<boolean>`exists (
  select from bases.resource_contributor as one where one.resource_id = resource.id and one.person_id = ${actor.id}::uuid)`

/** The resource of a command, locked: its events and its visibility change one command at a time. */
export const lockedResource = (context: Context, id: string) => resourceWithRights(context).where('resource.id', '=', id)
  .forNoKeyUpdate('resource').executeTakeFirst()

export const resourceWithRights = (context: Context) =>
  resourcesSeenBy(context).selectAll('resource').select(contributes(context).as('contributes'))

export const lockedBase = (context: Context, id: string) =>
  basesSeenBy(context).selectAll('base').where('base.id', '=', id).forNoKeyUpdate('base').executeTakeFirst()

export const lockedCollection = (context: Context, id: string) =>
  collectionsSeenBy(context).selectAll('collection').where('collection.id', '=', id).forNoKeyUpdate('collection').executeTakeFirst()

/** Target of `writesThere`: no base is one's own; a base that one may not see is not found. Its row is held against its deletion. */
export const placeFor = async (context: Context, baseId: string | null | undefined) => {
  if (!baseId) return { alone: true, base_id: null, base_is_public: null }
  const base = await basesSeenBy(context).select(['base.id', 'base.is_public']).where('base.id', '=', baseId)
    .forShare('base').executeTakeFirst()
  return base && { alone: false, base_id: base.id, base_is_public: base.is_public }
}

/** The role that the person holds in a base: `administrator`, `contributor` or none. */
export const roleIn = ({ actor }: Context, baseId: string) => actor.grants
  .find((grant) => grant.scope === 'base' && grant.id === baseId)?.role as 'administrator' | 'contributor' | undefined ?? null

export const basesOf = ({ actor }: Context) => scopesOf(actor, 'base')
