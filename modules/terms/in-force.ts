import { z } from 'zod'
import { dateIn } from '#kernel/date.ts'
import type { Context } from '#kernel/operation/operation.ts'
import { setting } from '#modules/settings/api.ts'

const fields = z.object({ versions: z.array(z.object({ number: z.int(), from: z.iso.date() })) })

/**
 * The version that holds and those to come, in order. Kept as a setting, which every process holds in memory and reads once for all after
 * a change: to know whether somebody must accept asks nothing more of the database.
 */
export const inForce = { key: 'terms.in-force', fields, initial: { versions: [] } as z.output<typeof fields> }

type Versions = z.output<typeof fields>['versions']

/** Number of the version that holds on that day; 0 when none was published. */
export const numberOn = (versions: Versions, day: string): number => versions.findLast(({ from }) => from <= day)?.number ?? 0

/** Number of the version that holds now, as Paris counts days; 0 when none was published. */
export const numberInForce = async (context: Pick<Context, 'db'>, now = new Date()): Promise<number> =>
  numberOn((await setting(context, inForce)).versions, dateIn(now))

/**
 * Whether somebody who accepted this version has to accept a newer one.
 * @param accepted number of the last version accepted; 0 for none.
 */
export const isBehind = async (context: Pick<Context, 'db'>, accepted: number): Promise<boolean> => {
  const { versions } = await setting(context, inForce)
  const last = versions.at(-1)
  // Nearly everybody: the day is not even looked at.
  if (!last || accepted >= last.number) return false
  return accepted < numberOn(versions, dateIn(new Date()))
}
