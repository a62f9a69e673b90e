import { z } from 'zod'
import { roles as organisationRoles } from '#modules/organisations/api.ts'
import { scope } from './scope.ts'

/** Roles that a program of the platform may hold: never `administrator`, who is a person. */
export const platformRoles = ['moderator', 'support'] as const

/** What is said of a program when it is made. Where it has an organisation its roles are that organisation's, else the platform's. */
export const client = z.object({
  name: z.string().trim().min(1).max(120),
  organisationId: z.uuid().nullish(),
  scopes: z.array(scope).min(1).max(100),
  roles: z.array(z.enum([...organisationRoles, ...platformRoles])).max(20),
}).refine(({ organisationId, roles }) => {
  const known: readonly string[] = organisationId ? organisationRoles : platformRoles
  return roles.every((role) => known.includes(role))
}, { path: ['roles'] })
