import { z } from 'zod'
import { job } from '#kernel/fact/job.ts'
import { reaction, type WorkerContext } from '#kernel/fact/reaction.ts'
import { personJoined, profileUpdated } from '#modules/identity/events.ts'
import { countShared } from './counting.ts'
import type { Context } from './policy.ts'
import { indexEveryProfile, indexProfiles } from './profile-index.ts'
import { holdProfileIfSpam } from './moderation/withholding.ts'

/** What people show of themselves changed: search follows. */
export const indexChangedProfile = reaction({
  name: 'bases.index-changed-profile', to: profileUpdated,
  run: async (context: WorkerContext, { personId }) => {
    await holdProfileIfSpam(context as Context, personId)
    await indexProfiles(context, [personId])
  },
})
export const indexNewProfile = reaction({
  name: 'bases.index-new-profile', to: personJoined, run: (context: WorkerContext, { personId }) => indexProfiles(context, [personId]),
})

/** Each night: profiles that came or went otherwise (an import, a merge, a suspension). */
export const indexProfilesAgain = job({
  name: 'bases.index-profiles', payload: z.object({}).loose(), schedule: '37 2 * * *', run: (context: WorkerContext) => indexEveryProfile(context),
})

/** Each hour: by what bases and profiles are sorted. */
export const countSharedAgain = job({
  name: 'bases.count-shared', payload: z.object({}).loose(), schedule: '11 * * * *', run: (context: WorkerContext) => countShared(context),
})
