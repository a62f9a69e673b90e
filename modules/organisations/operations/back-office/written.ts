import { z } from 'zod'
import { siret, uai } from '../../identifiers.ts'
import { organisationKinds } from '../../roles.ts'

/** Where days begin: the mainland and the overseas territories. */
export const timeZones = [
  'Europe/Paris', 'America/Guadeloupe', 'America/Martinique', 'America/Cayenne', 'America/Miquelon', 'Indian/Reunion', 'Indian/Mayotte',
  'Pacific/Noumea', 'Pacific/Tahiti', 'Pacific/Wallis',
] as const

/** What administrators write of an organisation. Its parent is named by a number of its own, SIRET or UAI, or by our identifier. */
export const written = z.object({
  kind: z.enum(organisationKinds), name: z.string().trim().min(2).max(150), siret: siret.default(''), uai: uai.default(''),
  parent: z.string().trim().max(40).default(''), timeZone: z.enum(timeZones).default('Europe/Paris'),
})
