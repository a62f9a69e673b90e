import { basesSeenBy, type Context } from '../policy.ts'
import { preferenceOf } from '../preferences.ts'

/** Bases of a department beyond these make its results come first no more. */
const MOST_BASES = 1000

/**
 * The department of whoever searches, when they ask that it comes first: known to them alone, never in the address.
 * @returns undefined when it was not asked, null when they have not said which one it is
 */
export const departmentFirst = async (context: Context, asked: boolean): Promise<string | null | undefined> =>
  asked && context.actor.id !== undefined ? (await preferenceOf(context, context.actor.id)).department : undefined

/** A resource is of the department of its base. */
export const basesOfDepartment = async (context: Context, department: string): Promise<string[]> =>
  (await basesSeenBy(context).select('base.id').where('base.department', '=', department).limit(MOST_BASES).execute()).map(({ id }) => id)
