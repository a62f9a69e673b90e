import type { Pool } from 'pg'
import type { Engine } from '#kernel/operation/engine.ts'
import { grantsOf } from '#kernel/operation/grants.ts'
import type { Module } from '#kernel/operation/module.ts'
import type { Operation } from '#kernel/operation/operation.ts'
import { store } from '#modules/files/api.ts'
import { messaging } from '#modules/messaging/module.ts'
import { picture } from '../commons.ts'
import { draw, type SceneName } from './drawings/draw.ts'
import { prose } from './prose.ts'

interface Given { engine: Engine; owner: Pool; modules: readonly Module[]; people: ReadonlyMap<string, string> }

const own = messaging.operations as Record<string, Operation>
/** Who says what, how many minutes ago; the first one writes to the others. */
interface Spoken { to: readonly string[]; title?: string; said: readonly Said[] }
/** `answers`: the place of the message that it answers. `drawn`: a picture that goes with it, and what it shows. */
type Said = readonly [by: string, minutesAgo: number, words: string, answers?: number,
  drawn?: { scene: SceneName; name: string; alt: string }]

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
      ['nadia', 2 * DAY - 25, 'Moi, avec deux ordinateurs de prêt. @Joaquim Valadier, peux-tu apporter l’imprimante ?'],
      ['joaquim', 2 * DAY - 55, 'Je vous rejoins à Port-Aubrain. Je l’apporte : elle est réparée.', 1],
      ['dimitri', 3 * HOUR, 'Je garde l’atelier ce jour-là, mais je prépare six souris.', undefined,
        { scene: 'checklist', name: 'liste-du-materiel.png', alt: 'La liste du matériel du bus, dont plusieurs lignes sont cochées' }],
    ],
  },
]

type Run = (key: string, operation: Operation, input: object) => Promise<Record<string, string>>
const WEEK = 7 * DAY * 60_000

/** Beside what they say: thanks, a reminder that waits for its day, a folder. */
const enliven = async (run: Run, conversationId: string, ids: readonly (string | undefined)[]): Promise<void> => {
  const react = (by: string, place: number, code: string) => run(by, own['reactToMessage']!, { messageId: ids[place], code })
  await react('stephane', 2, 'thanks')
  await react('nadia', 2, 'thanks')
  await react('joaquim', 3, 'well-done')
  await react('stephane', 1, 'agreed')
  const day = new Date(Date.now() + WEEK).toLocaleDateString('sv', { timeZone: 'Europe/Paris' })
  const reminder = 'Petit rappel : le bus part à 8 h 30 devant la mairie. Pensez aux rallonges.'
  await run('stephane', own['writeMessage']!, { conversationId, body: reminder, as: 'later', day, time: '08:00' })
  const { folderId } = await run('stephane', own['createFolder']!, { name: 'Tournées du bus' })
  await run('stephane', own['fileConversation']!, { conversationId, folderId })
}

/** Conversations under way, a channel and its announcements, and somebody who has not read everything. */
export const seedMessages = async ({ engine, owner, modules, people }: Given): Promise<void> => {
  const run = async (key: string, operation: Operation, input: object) => {
    const id = people.get(key)!
    const actor = { id, grants: await grantsOf(owner, modules, id), timeZone: 'Europe/Paris' }
    return (await engine.run(operation, input, { actor, origin: { request: 'seed' } })).output as Record<string, string>
  }
  const keep = async (key: string, { scene, name }: { scene: SceneName; name: string }) => {
    const actor = { id: people.get(key)!, grants: [], timeZone: 'Europe/Paris' }
    const bytes = await picture(draw(scene, name))
    return store(engine.context({ actor, origin: { request: 'seed' } }), { name, bytes, uploadedBy: actor.id })
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
    const ids: (string | undefined)[] = [undefined]
    for (const [by, , words, answers, drawn] of next) {
      const files = drawn && { fileIds: [await keep(by, drawn)], alt: drawn.alt }
      const written = { conversationId, body: words, answersId: answers === undefined ? undefined : ids[answers], ...files }
      ids.push((await run(by, own['writeMessage']!, written))['messageId'])
    }
    await age(conversationId!, [first!, ...next].map(([, minutes]) => minutes))
    if (title) await enliven(run, conversationId!, ids)
  }
  const { rows: [group] } = await owner.query<{ id: string }>(`select id from organisations.group where code = 'LP-MET-A'`)
  const channel = { groupId: group!.id, title: 'Annonces de la promotion', isAnnouncements: true }
  const { conversationId } = await run('gwenaelle', own['openChannel']!, channel)
  const said = prose(`Le cours de jeudi commence à dix heures : la salle est prise avant. La visite de l’espace de médiation de Port-Aubrain
    est confirmée pour le 12, départ à 13 h devant la bibliothèque.`)
  await run('gwenaelle', own['writeMessage']!, { conversationId, body: said })
  await age(conversationId!, [DAY + 2 * HOUR])
}
