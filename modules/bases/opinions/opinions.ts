import { resourcesSeenBy, type Context } from '../policy.ts'

/** Thresholds of the national service, between its four words. */
const STEPS = [1.5, 2.5, 3.5]

/** What readers think of a resource, from 1 to 4; none without an opinion. @param sum of their ratings */
export const ratingOf = (sum: number, count: number): 1 | 2 | 3 | 4 | null =>
  count === 0 ? null : (1 + STEPS.filter((step) => sum / count >= step).length) as 1 | 2 | 3 | 4

/** Opinions on published resources that the reader may see. */
export const opinionsSeenBy = (context: Context) => resourcesSeenBy(context).innerJoin('bases.opinion as opinion', 'opinion.resource_id', 'resource.id')
  .where('resource.published_at', 'is not', null)

/** Target of what is done to one opinion, held against its removal. */
export const lockedOpinion = (context: Context, id: string) => opinionsSeenBy(context).select(['opinion.id', 'opinion.person_id', 'opinion.resource_id', 'resource.public_feedback'])
  .where('opinion.id', '=', id).forUpdate('opinion').executeTakeFirst()
