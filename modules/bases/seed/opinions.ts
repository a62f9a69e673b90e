import { answerOpinion } from '../operations/answer-opinion.ts'
import { giveOpinion } from '../operations/give-opinion.ts'
import type { Seeding } from '../seed.ts'
import { instant } from './date-back.ts'

/** What people said of resources that they did not write, and the answers below, each at its date; an answer answers the one before it. */
export const seedOpinions = async ({ world, run, person, resources, owner, now }: Seeding) => {
  for (const { resource, person: by, rating, comment = '', daysAgo, answers = [] } of world.opinions) {
    const { opinionId } = await run(by, giveOpinion, { resourceId: resources.get(resource)!, rating, text: comment })
    await owner.updateTable('bases.opinion').set({ at: instant(now, daysAgo, `${resource}${by}`) }).where('id', '=', opinionId)
      .where('person_id', '=', person(by)).execute()
    let above: string | undefined
    for (const one of answers) {
      const { answerId } = await run(one.person, answerOpinion, { opinionId, answerId: above, text: one.comment })
      await owner.updateTable('bases.answer').set({ at: instant(now, one.daysAgo, answerId) }).where('id', '=', answerId).execute()
      above = answerId
    }
  }
}
