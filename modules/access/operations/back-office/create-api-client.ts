import { z } from 'zod'
import { v7 } from '#kernel/id.ts'
import { command } from '#kernel/operation/operation.ts'
import { holds } from '#kernel/operation/rule.ts'
import { client } from '../../client.ts'
import type { Context } from '../../policy.ts'
import { hashOf, newToken } from '#modules/identity/api.ts'

/** A program of an organisation, or of the platform. Its secret is in this answer and nowhere else. */
export const createApiClient = command({
  http: 'POST /back-office/api-clients',
  input: client,
  output: z.object({ clientId: z.uuid(), secret: z.string() }),
  allow: holds('administrator'),
  provedWithin: 10,
  secret: true,
  run: async ({ db, actor, now }: Context, { organisationId, name, scopes, roles }) => {
    const [clientId, secret] = [v7(), newToken()]
    await db.insertInto('access.client').values({
      id: clientId, organisation_id: organisationId ?? null, name, scopes: [...new Set(scopes)], roles: [...new Set(roles)],
        created_by: actor.id ?? null,
      created_at: now,
    }).execute()
    await db.insertInto('access.client_secret').values({ id: v7(), client_id: clientId, hash: hashOf(secret), created_at: now }).execute()
    return { clientId, secret }
  },
})
