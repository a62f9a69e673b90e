import { mergePerson, type Client } from '#kernel/db/privacy.ts'
import type { Module } from '#kernel/operation/module.ts'

/**
 * Two people become one, in every module: the rows of `absorbed` go to `kept`, both addresses open the same account, and the absorbed
 * person keeps an empty row that names the other. In the caller's transaction, with a role that may change every table.
 */
export const mergePeople = async (client: Client, modules: readonly Module[], kept: string, absorbed: string): Promise<void> => {
  await client.query({ text: 'update identity.address set is_primary = false where person_id = $1', values: [absorbed] })
  // A consent was given for one account, not for what it becomes.
  await client.query({
    text: `update identity.impersonation set ended_at = now(), token_hash = null
      where (person_id = $1 or by_person_id = $1) and ended_at is null and refused_at is null`, values: [absorbed],
  })
  await mergePerson(client, modules, kept, absorbed)
  await client.query({
    text: `update identity.person set merged_into = $2, first_name = null, last_name = null, title = null, location = null,
      department = null, about = null, portrait_file_id = null, is_public = false, version = version + 1 where id = $1`,
    values: [absorbed, kept],
  })
}
