import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { holds } from '#kernel/operation/rule.ts'
import type { Context } from '../../policy.ts'
import { announcementsOf, listed } from '../../said.ts'

/** What the platform tells and told. */
export const listAnnouncements = query({
  http: 'GET /back-office/announcements',
  input: z.object({ before: z.uuid().optional() }),
  output: z.object({ announcements: z.array(listed), next: z.uuid().nullable() }),
  allow: holds('administrator'),
  run: (context: Context, { before }) => announcementsOf(context, null, before),
})
