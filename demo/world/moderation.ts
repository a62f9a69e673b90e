import type { Pool } from 'pg'
import type { Engine } from '#kernel/operation/engine.ts'
import { grantsOf } from '#kernel/operation/grants.ts'
import type { Module } from '#kernel/operation/module.ts'
import type { Operation } from '#kernel/operation/operation.ts'
import { bases } from '#modules/bases/module.ts'
import { moderation } from '#modules/moderation/module.ts'
import { prose } from './prose.ts'

/** Who moderates the commons, among the people of the valley. */
export const moderators: readonly string[] = ['gwenaelle', 'solene']

interface Given { engine: Engine; owner: Pool; modules: readonly Module[]; people: ReadonlyMap<string, string>; resources: ReadonlyMap<string, string> }

const [ownBases, own] = [bases.operations as Record<string, Operation>, moderation.operations as Record<string, Operation>]

/** Three things in the moderators' hands: a resource that waits to be read, a report, and a decision that its author contests. */
export const seedModeration = async ({ engine, owner, modules, people, resources }: Given): Promise<void> => {
  const run = async (key: string, operation: Operation, input: object, version?: number) => {
    const id = people.get(key)!
    const actor = { id, grants: await grantsOf(owner, modules, id), timeZone: 'Europe/Paris' }
    return (await engine.run(operation, input, { actor, origin: { request: 'seed' }, version })).output as Record<string, string>
  }
  const publish = async (author: string, heading: { title: string, description: string }, content: object) => {
    const resourceId = (await run(author, ownBases['createResource']!, heading))['resourceId']!
    await run(author, ownBases['addContent']!, { resourceId, ...content })
    await run(author, ownBases['setResourceIndexation']!, {
      resourceId, version: 0, themes: ['inclusion_numerique'], supportTypes: ['site_web'], audiences: ['tous_publics'],
    })
    await run(author, ownBases['publishResource']!, { resourceId })
    return resourceId
  }
  const report = (by: string, targetId: string, reason: string, words: string) =>
    run(by, own['reportContent']!, { kind: 'bases.resource', targetId, reason, words })
  const decide = async (by: string, targetId: string, decision: object) => {
    const { rows: [subject] } = await owner.query<{ id: string; version: number }>({
      text: 'select id, version from moderation.subject where target_id = $1', values: [targetId],
    })
    await run(by, own['decideOnReported']!, { subjectId: subject!.id, ...decision }, subject!.version)
  }

  // A new account, a link and four words: nobody else sees it yet.
  await publish('svitlana', { title: 'Dictionnaire ukrainien-français', description: 'Gratuit et sans inscription' },
    { type: 'link', url: 'https://dictionnaire.example/uk-fr', caption: 'Ouvrir le dictionnaire' })

  const { rows: [shown] } = await owner.query<{ id: string }>({
    text: 'select id from bases.resource where is_open and id = any($1::uuid[]) order by published_at limit 1', values: [[...resources.values()]],
  })
  await report('marcel', shown!.id, 'misleading', 'Les étapes décrites ne correspondent plus à ce que l’on voit à l’écran.')

  const sale = await publish('dimitri', {
    title: 'Bourse aux ordinateurs de l’atelier', description: 'Vingt portables remis en état, à vendre samedi à Port-Aubrain.',
  }, { type: 'text', text: prose(`Samedi de neuf heures à midi, à l’atelier de Port-Aubrain : vingt ordinateurs portables remis en état, de 60 à
    120 euros. Chacun part avec son chargeur, un système à jour et une heure d’aide pour s’installer. Le produit de la vente paie les pièces.`) })
  await report('lilou', sale, 'spam', 'C’est une annonce de vente.')
  await decide('gwenaelle', sale, { decision: 'hide', ground: 'spam', reason: 'Cette page annonce une vente. Les ressources partagées ne servent pas à vendre.' })
  const { rows: [decision] } = await owner.query<{ id: string }>({
    text: `select decision.id from moderation.decision join moderation.subject on subject.id = subject_id where target_id = $1`, values: [sale],
  })
  await run('dimitri', own['appealDecision']!, {
    decisionId: decision!.id,
    words: 'L’atelier est une association : la vente paie les pièces des machines que nous donnons. Les prix sont ceux du réemploi solidaire.',
  })
}
