import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, expect, inject, test } from 'vitest'
import { addresses } from '#kernel/db/addresses.ts'
import { startEmbedded } from '#kernel/db/embedded.ts'
import { unzipped } from '#modules/privacy/archive/unzipped.fixtures.ts'
import { aVisitor, withBrowser, type Visitor } from './testing/browser.ts'
import { writeAndPublish } from './testing/main-job.ts'

withBrowser()

const clients: Client[] = []
afterAll(() => Promise.all(clients.map((client) => client.end())))

/** The running product's database, as its owner: nobody waits thirty days for a journey. */
const ownerOf = async () => {
  const client = new Client(addresses({}, await startEmbedded({ directory: inject('product').data })).owner)
  await client.connect()
  clients.push(client)
  return client
}

/** So many days pass for those who wait to go, then the hour strikes. */
const timePasses = async (days: number) => {
  const client = await ownerOf()
  await client.query(`update privacy.deletion
    set asked_at = asked_at - make_interval(days => $1), due_at = due_at - make_interval(days => $1) where state = 'waiting'`, [days])
  const worker = new Client(addresses({}, await startEmbedded({ directory: inject('product').data })).worker)
  await worker.connect()
  clients.push(worker)
  await worker.query(`select graphile_worker.add_job('privacy.finish-deletions', '{}')`)
}

/** Comes by the link of a mail, as anybody does; at the first time says her name. */
const enter = async ({ page, go, follow }: Visitor, email: string) => {
  await page.getByLabel('Adresse électronique').first().fill(email)
  await follow(page.getByRole('button', { name: 'Recevoir un lien' }), '/connexion/lien-envoye')
  let link = ''
  await expect.poll(async () => {
    await go('/demonstration/courrier')
    const row = page.getByRole('row', { name: email }).filter({ hasText: 'Votre lien pour entrer' }).first()
    if (await row.count() === 0) return false
    const address = new URL((await row.getByRole('link').getAttribute('href'))!, inject('product').address).href
    await page.goto(address)
    link = (await page.getByRole('main').getByRole('link', { name: '/connexion/lien' }).getAttribute('href'))!
    await page.goto(link)
    return page.getByRole('button', { name: 'Me connecter' }).count()
  }, { timeout: 20_000 }).toBe(1)
  await page.getByRole('button', { name: 'Me connecter' }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/connexion'))
}

const mailsTo = async ({ page, go }: Visitor, email: string) => {
  await go('/demonstration/courrier')
  return page.getByRole('row', { name: email }).allInnerTexts()
}

test('Colette takes her data, asks to leave, changes her mind, asks again, and is gone; what she shared stays', {
  timeout: 360_000,
}, async () => {
  const email = `colette.vasseur.${Date.now()}@courriel.example`
  const colette = await aVisitor({ javaScript: false })
  const { page, go, follow, look } = colette
  await go('/connexion')
  await enter(colette, email)
  await page.getByRole('button', { name: 'J’accepte les conditions d’utilisation' }).click()
  await page.getByLabel('Prénom').fill('Colette')
  await page.getByLabel(/^Nom/).fill('Vasseur')
  await follow(page.getByRole('button', { name: 'Continuer' }), /localhost:\d+\//)
  const shared = {
    title: 'Classer ses photographies sans les perdre', description: 'Trois dossiers suffisent.', text: 'Commencez par les doublons.',
  }
  await writeAndPublish(colette, shared, false)
  const resource = new URL(page.url()).pathname
  await go('/mes-ressources/nouvelle')
  await page.getByLabel('Titre').fill('Notes pour moi')
  await page.getByLabel('Description').fill('Rien que pour moi.')
  await follow(page.getByRole('button', { name: 'Créer le brouillon' }), /\/mes-ressources\/[\da-f-]{36}/)
  const draft = new URL(page.url()).pathname

  // She takes away all that is held on her.
  await page.getByText('Colette Vasseur').first().click()
  await follow(page.getByRole('link', { name: 'Mes données' }).first(), '/mes-donnees')
  await follow(page.getByRole('button', { name: 'Préparer mes données' }), '/mes-donnees')
  await expect.poll(async () => {
    await go('/mes-donnees')
    return page.getByRole('link', { name: /mes-donnees\.zip/ }).count()
  }, { timeout: 30_000 }).toBe(1)
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: /mes-donnees\.zip/ }).click()
  const files = unzipped(await readFile(await (await downloading).path()))
  const { tables } = JSON.parse(files.get('donnees.json')!.toString())
  expect(tables['identity.person']).toMatchObject([{ first_name: 'Colette' }])
  expect(tables['terms.acceptance']).toMatchObject([{ number: 1 }])
  expect(files.get('index.html')!.toString()).toContain('Notes pour moi')
  expect([...files.keys()].filter((name) => name.startsWith('fichiers/'))).toHaveLength(2)
  await follow(page.getByRole('link', { name: 'Voir qui a consulté' }), '/consultations')
  await page.getByText('Personne n’a consulté vos données sensibles.').waitFor()

  // She asks to leave, mistypes her name, asks, then changes her mind.
  await go('/mes-donnees')
  await follow(page.getByRole('link', { name: 'Voir ce qui partirait' }), '/mes-donnees/suppression')
  await page.getByText('Une ressource publiée restera, sans votre nom').waitFor()
  await page.getByText('Une ressource en brouillon ou privée partira.').waitFor()
  await page.getByLabel(/écrivez « Colette Vasseur »/).fill('Colette V')
  await page.getByRole('button', { name: 'Supprimer mon compte' }).click()
  await page.getByText('Ce n’est pas le nom attendu').first().waitFor()
  await look()
  expect(await page.getByLabel(/écrivez « Colette Vasseur »/).inputValue()).toBe('Colette V')
  await page.getByLabel(/écrivez « Colette Vasseur »/).fill('colette vasseur')
  await follow(page.getByRole('button', { name: 'Supprimer mon compte' }), /\/mes-donnees$/)
  await page.getByRole('heading', { name: 'Votre compte va être supprimé' }).waitFor()
  await follow(page.getByRole('button', { name: 'Garder mon compte' }), '/mes-donnees')
  expect(await page.getByRole('heading', { name: 'Votre compte va être supprimé' }).count()).toBe(0)

  // She asks again, and the delay passes.
  await go('/mes-donnees/suppression')
  await page.getByLabel(/écrivez « Colette Vasseur »/).fill('Colette Vasseur')
  await follow(page.getByRole('button', { name: 'Supprimer mon compte' }), /\/mes-donnees$/)
  await timePasses(31)
  const reader = await aVisitor()
  await expect.poll(async () => (await mailsTo(reader, email)).join('\n'), { timeout: 30_000 }).toContain('est supprimé')
  await go('/mes-donnees')
  expect(new URL(page.url()).pathname).toBe('/connexion')

  // What she shared is there for everybody, without her name; the rest is nobody's.
  expect(await reader.go(resource)).toBe(200)
  await reader.page.getByRole('heading', { level: 1, name: shared.title }).waitFor()
  expect(await reader.page.content()).not.toMatch(/Colette|Vasseur/)
  expect((await fetch(new URL(draft, inject('product').address), { redirect: 'manual' })).status).not.toBe(200)
  const client = await ownerOf()
  const { rows } = await client.query('select 1 from bases.draft where resource_id = $1', [draft.split('/').at(-1)])
  expect(rows).toEqual([])
  const journal = await readFile(join(inject('product').data, 'erasures.ndjson'), 'utf8')
  expect(journal).toMatch(/"personId":"[0-9a-f-]{36}"/)
  expect(journal).not.toContain('colette')
  await reader.leave()
  await colette.leave()
})
