import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { holds } from '#kernel/operation/rule.ts'
import type { Context } from '../../policy.ts'
import { publish, published, writing } from '../../publishing.ts'
import { audienceTyped, typed } from './audience.ts'

/** Tells everybody, or a perimeter, something; now or at a time. */
export const publishAnnouncement = command({
  http: 'POST /back-office/announcements',
  input: z.object({ ...typed, ...writing }),
  output: published,
  allow: holds('administrator'),
  run: async (context: Context, input) => publish(context, input, await audienceTyped(context, input), null),
})
