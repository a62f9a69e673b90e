import { z } from 'zod'

/** Where French people live who have another hour than Paris. */
export const timeZones = [
  'Europe/Paris', 'America/Guadeloupe', 'America/Martinique', 'America/Cayenne', 'America/Miquelon', 'Indian/Reunion', 'Indian/Mayotte',
  'Pacific/Noumea', 'Pacific/Tahiti', 'Pacific/Marquesas', 'Pacific/Gambier', 'Pacific/Wallis',
] as const

export const firstName = z.string().trim().min(1).max(100)
export const lastName = z.string().trim().min(1).max(100)

/** What a person says of themselves; an empty field is one that they did not fill. */
export const profile = z.object({
  firstName, lastName,
  title: z.string().trim().max(120), location: z.string().trim().max(120),
  department: z.string().trim().regex(/^(|\d{2,3}|2[AB])$/), about: z.string().trim().max(2000),
  isPublic: z.boolean(), timeZone: z.enum(timeZones),
})
