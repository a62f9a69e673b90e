import type { Context as KernelContext } from '#kernel/operation/operation.ts'
import { covers, places, type Perimeter } from './perimeter.ts'
import { switchesOn, type Context } from './policy.ts'

/** That something is closed, as those concerned may know it. */
export interface Off {
  readonly switchId: string
  readonly feature: string
  /** What they are told; none: a plain sentence. */
  readonly words: string | null
  readonly endsAt: string | null
}

/** A switch with its perimeter. */
export type Row = Off & Perimeter & { isForPerson: boolean }

const shown = (rows: ReturnType<typeof switchesOn>): Promise<Row[]> =>
  rows.select(['one.id as switchId', 'one.feature', 'one.words', 'one.ends_at as endsAt', 'one.organisation_id as organisationId',
    'one.role',
    'one.person_id as personId', 'one.is_for_person as isForPerson']).orderBy('one.at').execute()

const read = (context: KernelContext, features: readonly string[]): Promise<Row[]> => {
  const rows = switchesOn(context as Context)
  return shown(features.length === 1 ? rows.where('one.feature', '=', features[0]!) : rows.where('one.feature', 'in', features))
}

/** All that holds now, whatever the feature. */
export const everySwitch = (context: KernelContext): Promise<Row[]> => shown(switchesOn(context as Context))

const offOf = ({ switchId, feature, words, endsAt }: Row): Off => ({ switchId, feature, words, endsAt })
const asksHoldings = ({ organisationId, role }: Row) => organisationId !== null || role !== null

/**
 * For which of these people the feature is closed now, and by what. One look at an index of a table that is nearly always empty; read
 * where it is asked, so that it holds at once in every process.
 */
export const switchesFor = async (context: KernelContext, feature: string, personIds: readonly string[]): Promise<ReadonlyMap<string,
  Off>> => {
  const rows = await read(context, [feature])
  if (rows.length === 0) return new Map()
  const held = rows.some(asksHoldings) ? await places().holdingsOf(context, personIds) : []
  return new Map(personIds.flatMap((id) => {
    const off = rows.find((row) => covers(row, id, held))
    return off ? [[id, offOf(off)] as const] : []
  }))
}

/** What closes the feature to this person, if anything does; nobody in particular stands only among everybody. */
export const switchForPerson = async (context: KernelContext, feature: string, personId: string | null): Promise<Off | undefined> =>
  (await closedTo(context, [feature], personId))[0]

/** All that is closed to the person who acts, among these features. A visitor stands only among everybody. */
export const switchesForActor = (context: KernelContext, features: readonly string[]): Promise<readonly Off[]> =>
  closedTo(context, features, context.actor.id ?? null)

const closedTo = async (context: KernelContext, features: readonly string[], personId: string | null): Promise<readonly Off[]> => {
  const rows = await read(context, features)
  return rows.length === 0 ? [] : offAmong(context, rows, personId)
}

/** Which of these switches concern this person. */
export const offAmong = async (context: KernelContext, rows: readonly Row[], personId: string | null): Promise<readonly Off[]> => {
  const held = personId !== null && rows.some(asksHoldings) ? await places().holdingsOf(context, [personId]) : []
  return rows.filter((row) => covers(row, personId, held)).map(offOf)
}

/** What closes the feature to the person who acts, if anything does: `hold` then what they write. */
export const switchFor = async (context: KernelContext, feature: string): Promise<Off | undefined> =>
  (await switchesForActor(context, [feature]))[0]

/** Whether the feature is closed to the person who acts. */
export const isHeld = async (context: KernelContext, feature: string): Promise<boolean> => await switchFor(context, feature) !== undefined
