import type { Context } from '#kernel/operation/operation.ts'
import { kindOf } from './kinds.ts'
import type { Kept } from './told.ts'

/** Where this person answers by mail what a letter tells them, if what it tells is one thing that can be answered. */
export const replyToOf = async (context: Context, personId: string, [row, ...others]: readonly Kept[]): Promise<string | undefined> => {
  const kind = row && others.length === 0 ? kindOf(row.kind) : undefined
  const params = kind?.replyTo && kind.params.safeParse(row!.params)
  return params?.success ? kind!.replyTo!(context, personId, params.data) : undefined
}
