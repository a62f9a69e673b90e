import { me, type Context } from './policy.ts'
import { fr } from './web/fr.ts'

/** People named at most in the title of a conversation that has none. */
const NAMED = 3

/** What each of these conversations is called by the person who acts: its title, else the names of the others. */
export const titleOf = async (context: Context, rows: readonly { id: string; title: string | null }[]): Promise<Map<string, string>> => {
  const untitled = rows.filter(({ title }) => title === null).map(({ id }) => id)
  const people = untitled.length === 0 ? [] : await context.db.selectFrom('messaging.participant as participant')
    .innerJoin('identity.card as card', 'card.id', 'participant.person_id').select(['participant.conversation_id', 'card.name'])
    .where('participant.conversation_id', 'in', untitled).where('participant.person_id', '<>', me(context))
    .where('participant.left_at', 'is', null).orderBy('card.name').execute()
  const names = Map.groupBy(people, (one) => one.conversation_id)
  return new Map(rows.map(({ id, title }) => {
    const others = (names.get(id) ?? []).map(({ name }) => name ?? fr.somebody)
    return [id, title ?? (others.length === 0 ? fr.alone : fr.named(others.slice(0, NAMED), others.length - NAMED))]
  }))
}
