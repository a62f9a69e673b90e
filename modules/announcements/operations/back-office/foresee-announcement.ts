import { z } from 'zod'
import { query, Refusal } from '#kernel/operation/operation.ts'
import { holds } from '#kernel/operation/rule.ts'
import { reachOf } from '../../audience.ts'
import type { Context } from '../../policy.ts'
import { audienceTyped, typed } from './audience.ts'
import { publishAnnouncement } from './publish-announcement.ts'

/** Before writing: how many people what was typed reaches. */
export const foreseeAnnouncement = query({
  http: 'GET /back-office/announcements/foresee',
  input: z.object(typed),
  output: z.object({ asked: z.object(typed), people: z.int().nullable(), wrong: z.string().nullable() }),
  allow: holds('administrator'),
  can: { publishAnnouncement },
  run: async (context: Context, asked) => {
    try {
      return { asked, people: await reachOf(context, await audienceTyped(context, asked)), wrong: null }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return { asked, people: null, wrong: error.code }
    }
  },
})
