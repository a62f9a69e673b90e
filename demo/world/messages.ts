import type { Pool } from 'pg'
import type { Engine } from '#kernel/operation/engine.ts'
import { grantsOf } from '#kernel/operation/grants.ts'
import type { Module } from '#kernel/operation/module.ts'
import type { Operation } from '#kernel/operation/operation.ts'
import { messaging } from '#modules/messaging/module.ts'
import { prose } from './prose.ts'

interface Given { engine: Engine; owner: Pool; modules: readonly Module[]; people: ReadonlyMap<string, string> }

const own = messaging.operations as Record<string, Operation>
/** Who says what, how many minutes ago; the first one writes to the others. */
interface Spoken { to: readonly string[]; title?: string; said: readonly (readonly [by: string, minutesAgo: number, words: string])[] }

const HOUR = 60
const DAY = 24 * HOUR

const conversations: readonly Spoken[] = [
  {
    to: ['beatrice'], said: [
      ['odile', 3 * DAY, prose(`Bonjour, je ne trouve pas le dossier sur l’accessibilité dont vous avez parlé mardi. Est-il avec les autres
        documents de la promotion ?`)],
      ['beatrice', 3 * DAY - 40, 'Bonjour Odile. Il était resté dans mes brouillons, le voilà en ligne. Merci de me l’avoir signalé.'],
      ['odile', 2 * DAY, 'Je l’ai, merci. Je le lis avant jeudi.'],
      ['beatrice', 5 * HOUR, 'Parfait. Pensez à noter deux questions : nous commencerons par là.'],
    ],
  },
  {
    to: ['aissatou'], said: [
      ['maeva', DAY, prose(`Une personne attend depuis ce matin pour un courrier de la CAF. Elle préfère parler avec toi. Peux-tu la
        recevoir avant midi ?`)],
      ['aissatou', DAY - 12, 'Oui, à onze heures dans le petit bureau. Dis-lui que le courrier suffit, pas besoin d’autre papier.'],
      ['maeva', DAY - 9, 'C’est dit, elle est soulagée.'],
    ],
  },
  {
    to: ['nadia', 'joaquim', 'dimitri'], title: 'Bus du vendredi', said: [
      ['stephane', 2 * DAY, 'Vendredi le bus s’arrête aux Essarges de 9 h à 12 h, puis à Port-Aubrain. Qui peut être là le matin ?'],
      ['nadia', 2 * DAY - 25, 'Moi, avec deux ordinateurs de prêt.'],
      ['joaquim', 2 * DAY - 55, 'Je vous rejoins à Port-Aubrain. J’apporte l’imprimante, elle est réparée.'],
      ['dimitri', 3 * HOUR, 'Je garde l’atelier ce jour-là, mais je prépare six souris.'],
    ],
  },
]

/** Conversations under way, a channel and its announcements, and somebody who has not read everything. */
export const seedMessages = async ({ engine, owner, modules, people }: Given): Promise<void> => {
  const run = async (key: string, operation: Operation, input: object) => {
    const id = people.get(key)!
    const actor = { id, grants: await grantsOf(owner, modules, id), timeZone: 'Europe/Paris' }
    return (await engine.run(operation, input, { actor, origin: { request: 'seed' } })).output as Record<string, string>
  }
  const age = (conversationId: string, minutes: readonly number[]) => owner.query({
    text: `with aged as (update messaging.message set at = now() - make_interval(mins => ($2::int[])[seq])
        where conversation_id = $1 returning at)
      update messaging.conversation set last_at = (select max(at) from aged) where id = $1`,
    values: [conversationId, minutes],
  })
  for (const { to, title, said: [first, ...next] } of conversations) {
    const begun = { to: to.map((key) => people.get(key)), title, body: first![2] }
    const { conversationId } = await run(first![0], own['startConversation']!, begun)
    for (const [by, , words] of next) await run(by, own['writeMessage']!, { conversationId, body: words })
    await age(conversationId!, [first!, ...next].map(([, minutes]) => minutes))
  }
  const { rows: [group] } = await owner.query<{ id: string }>(`select id from organisations.group where code = 'LP-MET-A'`)
  const channel = { groupId: group!.id, title: 'Annonces de la promotion', isAnnouncements: true }
  const { conversationId } = await run('gwenaelle', own['openChannel']!, channel)
  const said = prose(`Le cours de jeudi commence à dix heures : la salle est prise avant. La visite de l’espace de médiation de Port-Aubrain
    est confirmée pour le 12, départ à 13 h devant la bibliothèque.`)
  await run('gwenaelle', own['writeMessage']!, { conversationId, body: said })
  await age(conversationId!, [DAY + 2 * HOUR])
}
