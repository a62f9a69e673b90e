import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { holds } from '#kernel/operation/rule.ts'
import { roles as organisationRoles } from '#modules/organisations/api.ts'
import { platformRoles } from '../../client.ts'
import type { Context } from '../../policy.ts'
import { accessSettings } from '../../settings.ts'
import { createApiClient } from './create-api-client.ts'
import { revokeApiClient } from './revoke-api-client.ts'
import { rotateClientSecret } from './rotate-client-secret.ts'
import { rotateSigningKeys } from './rotate-signing-keys.ts'

const text = z.string().nullable()

/** Every program, those that still work first, with the last time that each asked for a token. */
export const listApiClients = query({
  http: 'GET /back-office/api-clients',
  input: z.object({}),
  output: z.object({
    clients: z.array(z.object({
      id: z.uuid(), name: z.string(), organisationId: text, organisation: text, scopes: z.array(z.string()), roles: z.array(z.string()),
        createdAt: z.string(),
      revokedAt: text, lastTokenAt: text, secrets: z.int(),
    })),
    keys: z.array(z.object({ kid: z.string(), signsFrom: z.string(), signsUntil: z.string() })),
    roles: z.array(z.string()), modules: z.array(z.string()),
  }),
  allow: holds('administrator'),
  can: { createApiClient, rotateClientSecret, revokeApiClient, rotateSigningKeys },
  run: async ({ db }: Context) => {
    const rows = await db.selectFrom('access.client as client').leftJoin('organisations.card as organisation', 'organisation.id',
      'client.organisation_id')
      .selectAll('client').select('organisation.name as organisation').select((eb) => [
      eb.selectFrom('access.token as token').whereRef('token.client_id', '=', 'client.id')
        .select(({ fn }) => fn.max('token.issued_at').as('at')).as('last'),
      eb.selectFrom('access.client_secret as secret').whereRef('secret.client_id', '=', 'client.id')
        .where((one) => one.or([one('secret.expires_at', 'is', null), one('secret.expires_at', '>', sql<string>`now()`)]))
        .select(({ fn }) => fn.countAll<number>().as('n')).as('secrets'),
    ]).orderBy(sql`client.revoked_at is not null`).orderBy('client.name').limit(500).execute()
    const keys = await db.selectFrom('access.signing_key').select(['kid', 'signs_from', 'signs_until'])
      .where('signs_until', '>', sql<string>`now()`).orderBy('signs_from').execute()
    return {
      clients: rows.map((row) => ({
        id: row.id, name: row.name, organisationId: row.organisation_id, organisation: row.organisation, scopes: row.scopes,
          roles: row.roles, createdAt: row.created_at,
        revokedAt: row.revoked_at, lastTokenAt: row.last, secrets: row.secrets ?? 0,
      })),
      keys: keys.map((key) => ({ kid: key.kid, signsFrom: key.signs_from, signsUntil: key.signs_until })),
      roles: [...organisationRoles, ...platformRoles],
      modules: accessSettings().modules.filter(({ operations }) => Object.keys(operations).length).map(({ name }) => name),
    }
  },
})
