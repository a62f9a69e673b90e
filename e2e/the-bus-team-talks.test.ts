import { expect, test } from 'vitest'
import { aVisitor, withBrowser, type Visitor } from './testing/browser.ts'
import { enterAs } from './testing/main-job.ts'
import { owner } from './testing/owner.ts'

withBrowser()

const words = (text: string) => `${text} (${Date.now()})`
const entered = async (name: string, options: Parameters<typeof aVisitor>[0] = {}) => {
  const visitor = await aVisitor(options)
  await enterAs(visitor, name)
  return visitor
}
const line = ({ page }: Visitor, said: string) => page.getByRole('listitem').filter({ hasText: said }).last()
/** A group of one's own for the journey: others write in those of the demonstration. */
const begin = async (by: Visitor, title: string, said: string, ...to: string[]) => {
  await by.go('/messages/nouveau')
  for (const name of to) await by.page.locator('label').filter({ hasText: name }).click()
  await by.page.getByLabel('Titre de la conversation').fill(title)
  await by.page.getByRole('textbox', { name: 'Votre message' }).fill(said)
  await by.follow(by.page.getByRole('button', { name: 'Envoyer', exact: true }), /\/messages\/[\da-f-]{36}/)
  return new URL(by.page.url()).pathname
}
/** Its time has come: nobody waits for it in a journey. */
const moveOn = async (body: string) => {
  const database = await owner()
  const { rows: [row] } = await database.query<{ id: string }>(
    'update messaging.scheduled set due_at = now() where body = $1 returning id', [body])
  await database.query(`select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs where key = $1), now())`,
    [`scheduled-message:${row!.id}`])
}
const inAWeek = () => new Date(Date.now() + 7 * 86_400_000).toLocaleDateString('sv', { timeZone: 'Europe/Paris' })

test('Stéphane and Joaquim talk in two windows; one goes offline, comes back, and finds what was said, to whom, and who approves',
  { timeout: 240_000 }, async () => {
  const stephane = await entered('Stéphane Weiszler')
  const question = words('Qui conduit le bus vendredi ?')
  const address = await begin(stephane, words('Conduite'), question, 'Joaquim Valadier', 'Nadia Cherkati')
  const joaquim = await entered('Joaquim Valadier', { width: 360, height: 740, colorScheme: 'dark' })
  await joaquim.go(address)

  // A sign is seen at once in the other window, by name; so is that it was read.
  await line(joaquim, question).getByText('Réagir').click()
  await joaquim.look()
  await line(joaquim, question).getByRole('button', { name: 'D’accord' }).click()
  await line(stephane, question).getByRole('button', { name: /^D’accord : Joaquim Valadier/ }).waitFor()
  await joaquim.page.getByRole('button', { name: /nouveaux? messages? comme lus?/ }).click()
  await line(stephane, question).getByText('Lu par Joaquim Valadier').waitFor()

  // Offline one hears nothing; back, everything, without touching the page.
  await joaquim.page.context().setOffline(true)
  const field = stephane.page.getByLabel('Votre message')
  await field.pressSequentially('Tu peux, @joa')
  await stephane.page.getByRole('option', { name: 'Joaquim Valadier' }).waitFor()
  await stephane.look()
  await field.press('Enter')
  const asked = words('venir à huit heures ?')
  await field.pressSequentially(asked)
  expect(await field.inputValue()).toBe(`Tu peux, @Joaquim Valadier ${asked}`)
  await stephane.page.getByRole('button', { name: 'Envoyer', exact: true }).click()
  await stephane.page.getByText(asked).waitFor()
  await stephane.page.getByText(asked).locator('strong', { hasText: '@Joaquim Valadier' }).waitFor()
  expect(await joaquim.page.getByText(asked).count()).toBe(0)
  await joaquim.page.context().setOffline(false)
  await joaquim.page.getByText(asked).waitFor({ timeout: 30_000 })
  await joaquim.page.locator('mark', { hasText: '@Joaquim Valadier' }).waitFor()
  await joaquim.go('/notifications')
  await joaquim.page.getByText(/Stéphane Weiszler vous mentionne dans/).first().waitFor()

  // What is written for later leaves by itself, and leaves the list of its author's open page.
  const promise = words('Je m’en occupe')
  await stephane.go(address)
  await stephane.page.getByLabel('Votre message').fill(promise)
  await stephane.page.getByText('Envoyer plus tard').click()
  await stephane.page.getByLabel('Jour').fill(inAWeek())
  await stephane.page.getByLabel('Heure').fill('08:00')
  await stephane.follow(stephane.page.getByRole('button', { name: 'Programmer l’envoi' }), address)
  const scheduled = stephane.page.getByRole('heading', { name: 'Messages programmés' })
  await scheduled.waitFor()
  expect(await joaquim.page.getByText(promise).count()).toBe(0)
  await moveOn(promise)
  await joaquim.go(address)
  await joaquim.page.getByText(promise).waitFor()
  await scheduled.waitFor({ state: 'detached' })
  await line(stephane, promise).waitFor()

  // The answer makes a thread; the sign goes as it came.
  await joaquim.go(address)
  await joaquim.follow(line(joaquim, asked).getByRole('link', { name: 'Répondre' }), 'repondre=')
  const answer = words('Oui, je passe prendre les clés')
  await joaquim.page.getByLabel('Votre message').fill(answer)
  await joaquim.follow(joaquim.page.getByRole('button', { name: 'Envoyer', exact: true }), address)
  await line(stephane, answer).waitFor()
  await stephane.follow(stephane.page.getByRole('link', { name: 'Voir la réponse' }), 'fil=')
  await stephane.page.getByRole('heading', { name: 'Fil de réponses' }).waitFor()
  await stephane.page.getByText(answer).waitFor()
  expect(await stephane.page.getByText(question).count()).toBe(0)
  await line(joaquim, question).getByRole('button', { name: /^D’accord : vous/ }).click()
  await line(joaquim, question).getByRole('button', { name: /^D’accord : vous/ }).waitFor({ state: 'detached' })
  await joaquim.leave()
  await stephane.leave()
})

test('without JavaScript: Nadia names, reacts, writes for later, files, brings somebody, searches, hides what she read',
  { timeout: 240_000 }, async () => {
  const nadia = await entered('Nadia Cherkati', { javaScript: false, width: 360, height: 740 })
  const { page, follow, go, look } = nadia
  const [title, said] = [words('Prêt de matériel'), words('Il manque deux câbles')]
  const address = await begin(nadia, title, said, 'Joaquim Valadier', 'Dimitri Zaragossian')
  const id = address.split('/').at(-1)!
  const named = words('@dimitri zaragossian, en as-tu ?')
  await page.getByLabel('Votre message').fill(named)
  await follow(page.getByRole('button', { name: 'Envoyer', exact: true }), id)
  await line(nadia, named).locator('strong', { hasText: '@dimitri zaragossian' }).waitFor()
  await line(nadia, said).getByText('Réagir').click()
  await follow(line(nadia, said).getByRole('button', { name: 'Merci' }), id)
  await line(nadia, said).getByRole('button', { name: /^Merci : vous/ }).waitFor()

  // A moment that is past is refused, with all that was typed; another one waits, is changed, given up.
  const reminder = words('Rappel : rapportez les câbles')
  await page.getByLabel('Votre message').fill(reminder)
  await page.getByText('Envoyer plus tard').click()
  await page.getByLabel('Jour').fill('2020-01-01')
  await page.getByLabel('Heure').fill('08:00')
  await page.getByRole('button', { name: 'Programmer l’envoi' }).click()
  await page.getByText('Ce moment est déjà passé').waitFor()
  expect(await page.getByLabel('Votre message').inputValue()).toBe(reminder)
  await look()
  await page.getByLabel('Jour').fill(inAWeek())
  await follow(page.getByRole('button', { name: 'Programmer l’envoi' }), id)
  await page.getByRole('heading', { name: 'Messages programmés' }).waitFor()
  await follow(line(nadia, reminder).getByRole('link', { name: /^Modifier/ }), 'programme=')
  await page.locator('li[id^=programme-]').getByLabel(/^Heure/).fill('09:15')
  await follow(page.getByRole('button', { name: 'Enregistrer' }), id)
  await page.getByText('à 09:15').first().waitFor()
  await follow(line(nadia, reminder).getByRole('link', { name: /^Annuler/ }), 'annuler=')
  await follow(page.getByRole('button', { name: 'Annuler l’envoi' }), id)
  expect(await page.getByText(reminder).count()).toBe(0)

  // A folder of her own.
  const folder = words('Matériel').slice(0, 50)
  await follow(page.getByRole('link', { name: 'Gérer mes dossiers' }), '/messages/dossiers')
  await page.getByLabel('Nom du dossier').fill(folder)
  await follow(page.getByRole('button', { name: 'Créer le dossier' }), '/messages/dossiers')
  await go(address)
  await page.getByLabel('Dossier de cette conversation').selectOption(folder)
  await follow(page.getByRole('button', { name: 'Ranger' }), id)
  await go('/messages')
  await follow(page.getByRole('link', { name: new RegExp(`^${folder.replaceAll(/[()]/g, '.')} 1`) }), 'folder=')
  await page.getByRole('link', { name: title }).waitFor()

  // Somebody who comes later reads from then on.
  await go(address)
  await follow(page.getByRole('link', { name: 'Ajouter des personnes ou renommer' }), '/groupe')
  await page.locator('label').filter({ hasText: 'Stéphane Weiszler' }).click()
  await follow(page.getByRole('button', { name: 'Ajouter', exact: true }), id)
  await page.getByText('Vous avez ajouté Stéphane Weiszler').waitFor()
  const stephane = await entered('Stéphane Weiszler', { colorScheme: 'dark' })
  await stephane.go(address)
  await stephane.page.getByText('Nadia Cherkati vous a ajouté').waitFor()
  expect(await stephane.page.getByText(said).count()).toBe(0)
  await stephane.go(`/messages/recherche?q=${encodeURIComponent('cables')}`)
  expect(await stephane.page.getByText(said).count()).toBe(0)
  await stephane.leave()

  // Found without its accents, and read where it was said.
  await page.goto('/messages')
  const search = page.getByRole('main').getByRole('searchbox')
  await search.fill('cable')
  await follow(() => search.press('Enter'), '/messages/recherche?q=cable')
  await follow(page.getByRole('listitem').filter({ hasText: said.split('(')[1]! }).getByRole('link').first(), id)
  await page.getByText(said).waitFor()

  await go('/messages/lecture')
  await follow(page.getByRole('button', { name: 'Ne plus montrer ce que j’ai lu' }), '/messages/lecture')
  await follow(page.getByRole('button', { name: 'Montrer ce que j’ai lu' }), '/messages/lecture')
  await nadia.leave()
})
