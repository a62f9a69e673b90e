import { z } from 'zod'
import { groupKinds } from '#modules/organisations/api.ts'
import { encodings } from './reader/encoding.ts'
import { fields } from './reader/fields.ts'
import { roles } from './reader/roles.ts'
import { separators } from './reader/separator.ts'

/** What commands of this module accept. */
export const importId = z.uuid()
export const role = z.enum(roles)
export const groupKind = z.enum(groupKinds)
export const encoding = z.enum(encodings)
export const separator = z.enum(separators)
export const mapping = z.array(z.enum(fields)).max(200)
export const verdicts = ['create', 'same', 'change', 'propose', 'leave', 'invalid'] as const
export const outcomes = ['created', 'existing', 'changed', 'proposed', 'left', 'failed'] as const
