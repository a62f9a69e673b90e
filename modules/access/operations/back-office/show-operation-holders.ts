import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { holds } from '#kernel/operation/rule.ts'
import { holdersEverywhere } from '../../everywhere.ts'
import type { Context } from '../../policy.ts'
import { rightsOf } from '../../rights.ts'
import { accessSettings } from '../../settings.ts'
import { holders, operationName } from '../../shapes.ts'

const MOST = 200

/** Who may do this: people whose roles open it today, on the platform or somewhere; the first of them by name when they are many. */
export const showOperationHolders = query({
  http: 'GET /back-office/rights/operations/:operation',
  input: z.object({ operation: operationName }),
  output: holders.extend({ operation: z.string(), says: z.string(), total: z.int() }),
  on: async (_: Context, { operation }) => rightsOf(accessSettings().modules).find(({ name }) => name === operation),
  allow: holds('administrator'),
  run: async (context: Context, { operation }, right) => ({
    ...await holdersEverywhere(context, accessSettings().modules, right, MOST), operation, says: right.allow.says,
  }),
})
