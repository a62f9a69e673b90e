import { z } from 'zod'
import { query, Refusal } from '#kernel/operation/operation.ts'
import { holds } from '#kernel/operation/rule.ts'
import { groupsOf, reachOf } from '../../audience.ts'
import type { Context } from '../../policy.ts'
import { audienceTyped, typed } from './audience.ts'
import { publishAnnouncement } from './publish-announcement.ts'

/** Before writing: how many people what was typed reaches. */
export const foreseeAnnouncement = query({
  http: 'GET /back-office/announcements/foresee',
  input: z.object(typed),
  output: z.object({ asked: z.object(typed), people: z.int().nullable(), wrong: z.string().nullable(),
    /** Of the organisation that was typed, to choose among. */
    groups: z.array(z.object({ id: z.uuid(), name: z.string() })) }),
  allow: holds('administrator'),
  can: { publishAnnouncement },
  run: async (context: Context, asked) => {
    try {
      const audience = await audienceTyped(context, asked)
      const groups = audience.organisationId ? await groupsOf(context, audience.organisationId) : []
      return { asked, groups, people: await reachOf(context, audience), wrong: null }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return { asked, groups: [], people: null, wrong: error.code }
    }
  },
})
