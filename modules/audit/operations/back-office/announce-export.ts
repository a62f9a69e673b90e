import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { holds } from '#kernel/operation/rule.ts'
import { filters } from '../../policy.ts'

/** Says in the trace that it is being taken away, and by what filters' identifiers; the route of the export runs it first. */
export const announceExport = query({
  http: 'GET /back-office/trace-export',
  input: z.object({ ...filters, format: z.enum(['csv', 'ndjson']) }),
  output: z.object({ format: z.enum(['csv', 'ndjson']) }),
  allow: holds('administrator'),
  sensitive: 'trace',
  run: async (_, { format }) => ({ format }),
})
