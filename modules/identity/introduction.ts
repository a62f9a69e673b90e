import { Refusal, type Context as KernelContext } from '#kernel/operation/operation.ts'
import { profileUpdated } from './events.ts'
import { myself, type Context } from './policy.ts'
import { showPortrait } from './portrait.ts'

/** What a person says of themselves in two words, in the caller's command: what they do, and whether others see their profile. */
export const introduce = async (kernelContext: KernelContext, { title, isPublic }: { title: string; isPublic: boolean }): Promise<void> => {
  const context = kernelContext as Context
  const me = await myself(context).forNoKeyUpdate().executeTakeFirst()
  if (!me) throw new Refusal('not-found', {}, 404)
  await showPortrait(context, { ...me, is_public: isPublic })
  await context.db.updateTable('identity.person').set({ title: title.trim() || null, is_public: isPublic, version: me.version + 1 })
    .where('id', '=', me.id).execute()
  await context.record(profileUpdated, { personId: me.id })
}
