import type { Context as KernelContext } from '#kernel/operation/operation.ts'
import { attach, detach } from '#modules/files/api.ts'

/** One file a person. */
const holderOf = (personId: string) => `identity.portrait:${personId}`

interface Portrayed { id: string; is_public: boolean; portrait_file_id: string | null }

/** Lets those who may see the profile see its portrait, and nobody else; in the transaction of what changed either. */
export const showPortrait = (context: KernelContext, { id, is_public, portrait_file_id: fileId }: Portrayed): Promise<void> =>
  fileId === null ? detach(context, holderOf(id))
    : attach(context, { fileId, holder: holderOf(id), principals: [is_public ? 'public' : `person:${id}`] })

/** Of somebody who leaves, nothing is shown any more. */
export const hidePortrait = (context: KernelContext, personId: string): Promise<void> => detach(context, holderOf(personId))
