import { z } from 'zod'

const may = z.enum(['yes', 'within', 'if', 'no'])

/** A right as the answers of this module say it. */
export const right = z.object({
  name: z.string(), module: z.string(), kind: z.enum(['command', 'query', 'raw']), level: z.enum(['low', 'medium', 'high', 'critical']),
    may,
  conditions: z.array(z.string()),
})

/** A role, and the group of the organisation in which it is held; none for the whole of it. */
export const heldRole = z.object({ role: z.string(), group: z.string().nullable() })

export const holders = z.object({
  anyone: may, anyPerson: may, conditions: z.array(z.string()),
  people: z.array(z.object({ id: z.uuid(), name: z.string().nullable(), roles: z.array(heldRole), may })),
})

/** The name of an operation: `bases.publishResource`. */
export const operationName = z.string().max(100).regex(/^[a-z_]+\.[a-zA-Z]+$/)
