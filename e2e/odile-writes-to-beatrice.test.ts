import { expect, test } from 'vitest'
import { aVisitor, withBrowser } from './testing/browser.ts'
import { enterAs } from './testing/main-job.ts'

withBrowser()

const words = (text: string) => `${text} (${Date.now()})`

test('two people write to each other, one on a phone without JavaScript, the other on a page that stays open',
  { timeout: 240_000 }, async () => {
  const odile = await aVisitor({ javaScript: false, width: 360, height: 740 })
  await enterAs(odile, 'Odile Rakotobe')
  await odile.go('/messages')
  await odile.follow(odile.page.getByRole('button', { name: 'Ouvrir (Béatrice Lacombrade)' }), /\/messages\/[\da-f-]{36}$/)
  const address = new URL(odile.page.url()).pathname

  const beatrice = await aVisitor({ colorScheme: 'dark' })
  await enterAs(beatrice, 'Béatrice Lacombrade')
  await beatrice.go(address)
  await beatrice.look()

  // Nothing typed is lost: what is empty is refused, a draft waits, then leaves.
  const [draft, sent] = [words('Une question avant jeudi'), words('Une question avant jeudi : faut-il imprimer le dossier ?')]
  await odile.page.getByLabel('Votre message').fill(draft)
  await odile.follow(odile.page.getByRole('button', { name: 'Garder en brouillon' }), address)
  expect(await odile.page.getByLabel('Votre message').inputValue()).toBe(draft)
  await odile.page.getByLabel('Votre message').fill(sent)
  await odile.follow(odile.page.getByRole('button', { name: 'Envoyer' }), address)
  expect(await odile.page.getByLabel('Votre message').inputValue()).toBe('')

  // The other page, open all the while, shows it by itself.
  await beatrice.page.getByText(sent).waitFor()
  await beatrice.page.getByRole('button', { name: /nouveaux? messages? comme lus?/ }).click()
  await beatrice.page.getByRole('button', { name: /comme lus?/ }).waitFor({ state: 'detached' })
  const answer = words('Non, votre écran suffira')
  const question = beatrice.page.getByRole('listitem').filter({ hasText: sent })
  await beatrice.follow(question.getByRole('link', { name: 'Répondre' }), 'repondre=')
  await beatrice.page.getByLabel('Votre message').fill(answer)
  await beatrice.page.getByRole('button', { name: 'Envoyer' }).click()
  await beatrice.page.getByText(answer).waitFor()

  // It is mended, then taken away; its trace stays.
  const own = beatrice.page.getByRole('listitem').filter({ hasText: answer })
  await own.getByText(/^En réponse à Odile Rakotobe/).waitFor()
  await beatrice.follow(own.getByRole('link', { name: 'Modifier' }), 'modifier=')
  const mended = words('Non, votre téléphone suffira')
  await beatrice.page.getByLabel('Modifier mon message').fill(mended)
  await beatrice.follow(beatrice.page.getByRole('button', { name: 'Enregistrer' }), address)
  await beatrice.page.getByText(mended).waitFor()
  await odile.go(address)
  const line = odile.page.getByRole('listitem').filter({ hasText: mended })
  await line.getByText('modifié').waitFor()
  await odile.follow(line.getByRole('link', { name: 'Signaler' }), '/signaler')
  await odile.page.getByText(mended).waitFor()
  await odile.go(address)
  const asked = odile.page.getByRole('listitem').filter({ hasText: sent }).first()
  await odile.follow(asked.getByRole('link', { name: 'Supprimer' }), 'supprimer=')
  await odile.follow(odile.page.getByRole('button', { name: 'Supprimer' }), address)
  await odile.page.getByText('Votre message est supprimé.').waitFor()
  await beatrice.go(address)
  await beatrice.page.getByText('Message supprimé', { exact: true }).first().waitFor()
  expect(await beatrice.page.getByText(sent).count()).toBe(0)

  // Others do not find it, and announcements are not answered.
  const stranger = await aVisitor()
  await enterAs(stranger, 'Marcel Houdebray')
  expect(await stranger.go(address)).toBe(404)
  await stranger.go('/messages/nouveau')
  await stranger.page.getByText('Personne ne correspond').waitFor()
  await stranger.leave()
  await odile.go('/messages')
  await odile.follow(odile.page.getByRole('link', { name: 'Annonces de la promotion' }), /\/messages\/[\da-f-]{36}$/)
  await odile.page.getByText('Ce canal sert aux annonces').waitFor()
  expect(await odile.page.getByRole('button', { name: 'Envoyer' }).count()).toBe(0)
  await odile.leave()
  await beatrice.leave()
})

test('one writes to several people apart, blocks somebody who is told nothing of it, and writes again', { timeout: 240_000 }, async () => {
  const nadia = await aVisitor({ javaScript: false })
  await enterAs(nadia, 'Nadia Cherkati')
  await nadia.go('/messages/nouveau')
  for (const choice of ['Joaquim Valadier', 'Dimitri Zaragossian', 'Envoyer à part']) {
    await nadia.page.locator('label').filter({ hasText: choice }).click()
  }
  await nadia.page.getByRole('textbox', { name: 'Votre message' }).fill('   ')
  await nadia.page.getByRole('button', { name: 'Envoyer', exact: true }).click()
  // Without words it is refused, and the choices are kept.
  await nadia.page.getByRole('alert').first().waitFor()
  expect(await nadia.page.getByLabel(/^Joaquim Valadier/).isChecked()).toBe(true)
  await nadia.look()
  const said = words('Merci pour vendredi dernier')
  await nadia.page.getByRole('textbox', { name: 'Votre message' }).fill(said)
  await nadia.follow(nadia.page.getByRole('button', { name: 'Envoyer', exact: true }), /\/messages$/)
  await nadia.follow(nadia.page.getByRole('link', { name: 'Joaquim Valadier', exact: true }), /\/messages\/[\da-f-]{36}$/)
  await nadia.page.getByText(said).waitFor()
  expect(await nadia.page.getByText('Dimitri').count()).toBe(0)
  const address = new URL(nadia.page.url()).pathname

  const joaquim = await aVisitor({ width: 360, height: 740 })
  await enterAs(joaquim, 'Joaquim Valadier')
  await joaquim.go(address)
  await joaquim.page.getByRole('link', { name: 'Bloquer cette personne' }).click()
  await joaquim.page.getByRole('dialog').getByRole('button', { name: 'Bloquer cette personne' }).click()
  await joaquim.page.getByText('Vous avez bloqué cette personne').waitFor()
  await nadia.go(address)
  await nadia.page.getByText('Vous ne pouvez pas écrire à cette personne.').waitFor()
  await joaquim.go('/messages/personnes-bloquees')
  await joaquim.page.getByRole('button', { name: 'Ne plus bloquer (Nadia Cherkati)' }).click()
  await joaquim.page.getByText('Vous ne bloquez personne').waitFor()
  await nadia.go(address)
  await nadia.page.getByRole('button', { name: 'Envoyer' }).waitFor()
  await joaquim.leave()
  await nadia.leave()
})
