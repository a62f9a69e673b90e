import { expect, inject, test } from 'vitest'
import { aVisitor, withBrowser, type Visitor } from './testing/browser.ts'
import { enterAs } from './testing/main-job.ts'
import { owner } from './testing/owner.ts'

withBrowser()

/** What happens to every session of somebody: it ends for want of use, it is closed from elsewhere, or it grows old. */
const ends = {
  unused: `update identity.session set last_seen_at = now() - interval '31 days'`,
  revoked: 'delete from identity.session',
  old: `update identity.session set proved_at = now() - interval '2 hours'`,
}
const happens = async (what: keyof typeof ends, firstName: string) => (await owner()).query(
  `${ends[what]} where person_id in (select id from identity.person where first_name = $1)`, [firstName])

/** Enters in another tab of the same browser, as the new tab of the page's own link would. */
const enterElsewhere = async ({ page }: Visitor, name: string) => {
  const tab = await page.context().newPage()
  await tab.goto('/demonstration')
  await tab.getByRole('button', { name: `Entrer comme ${name}` }).click()
  await tab.waitForURL(/localhost:\d+\/$/)
  await tab.close()
}
const about = 'J’anime un atelier le mardi matin.\nOn y répare des téléphones, et on y boit du café.'
const write = async ({ page, go }: Visitor, words = about) => {
  await go('/mon-compte')
  await page.getByLabel('Quelques mots sur vous').fill(words)
}
const save = async ({ page, look }: Visitor) => {
  const [answer] = await Promise.all([page.waitForResponse((one) => one.request().method() === 'POST'),
    page.getByRole('button', { name: 'Enregistrer' }).click()])
  await page.waitForLoadState()
  await look()
  return answer
}

test('without JavaScript, what Nadia wrote outlives her session: left unused, then closed from elsewhere', { timeout: 180_000 }, async () => {
  const nadia = await aVisitor({ javaScript: false, width: 360, height: 740 })
  const { page, look, follow } = nadia
  await enterAs(nadia, 'Nadia Cherkati')
  await page.context().clearCookies({ name: 'sillage-flash' })
  await write(nadia)
  await happens('unused', 'Nadia')
  const answer = await save(nadia)
  expect([answer.status(), answer.headers()['cache-control']]).toEqual([401, 'no-store'])
  await page.getByRole('heading', { level: 1, name: 'Votre session est terminée' }).waitFor()
  expect(await page.locator('meta[name=robots]').getAttribute('content')).toBe('noindex')
  expect((await page.locator('textarea[name=about]').inputValue()).replaceAll('\r', '')).toBe(about)

  // Sent again too soon: still there.
  await page.getByRole('button', { name: 'Envoyer à nouveau' }).click()
  await page.getByRole('heading', { level: 1, name: 'Votre session est terminée' }).waitFor()
  await look()
  // The link opens sign-in beside, and comes back to a page that says to go back to the form.
  const [tab] = await Promise.all([page.context().waitForEvent('page'), page.getByRole('link', { name: /Me reconnecter/ }).click()])
  await tab.waitForLoadState()
  expect(new URL(tab.url()).search).toBe('?suite=%2Fconnexion%2Fretour')
  await tab.close()
  await enterElsewhere(nadia, 'Nadia Cherkati')
  await follow(page.getByRole('button', { name: 'Envoyer à nouveau' }), '/mon-compte')
  await page.getByText('Votre profil est enregistré.').waitFor()
  expect((await page.getByLabel('Quelques mots sur vous').inputValue()).replaceAll('\r', '')).toBe(about)

  await write(nadia, 'Une autre phrase, écrite après.')
  await happens('revoked', 'Nadia')
  expect((await save(nadia)).status()).toBe(401)
  await enterElsewhere(nadia, 'Nadia Cherkati')
  await follow(page.getByRole('button', { name: 'Envoyer à nouveau' }), '/mon-compte')
  expect(await page.getByLabel('Quelques mots sur vous').inputValue()).toBe('Une autre phrase, écrite après.')
  await nadia.go('/connexion/retour')
  await nadia.leave()
})

test('somebody else who signs in on the same computer is told so, and nothing is done in their name', { timeout: 180_000 }, async () => {
  const browser = await aVisitor({ javaScript: false })
  const { page, look, go } = browser
  await enterAs(browser, 'Nadia Cherkati')
  await write(browser, 'Ce que seule Nadia a écrit.')
  await happens('revoked', 'Nadia')
  await save(browser)
  await enterElsewhere(browser, 'Maëva Tehuritaua')
  const [answer] = await Promise.all([page.waitForResponse((one) => one.request().method() === 'POST'),
    page.getByRole('button', { name: 'Envoyer à nouveau' }).click()])
  expect(answer.status()).toBe(409)
  await page.getByRole('heading', { level: 1, name: 'Une autre personne est connectée' }).waitFor()
  await page.getByText(/autre compte que celui de Maëva Tehuritaua/).waitFor()
  await look()
  await go('/mon-compte')
  expect(await page.getByLabel('Quelques mots sur vous').inputValue()).not.toContain('Nadia')
  // A page of another site can have no form kept, nor sent.
  const forged = await fetch(`${inject('product').address}/mon-compte`, {
    method: 'POST', headers: { origin: 'https://evil.example', cookie: '__Host-sillage=x' }, body: new URLSearchParams({ _command: 'updateProfile', _typist: '' }),
  })
  expect(forged.status).toBe(403)
  await browser.leave()
})

test('what is critical asks Nadia again who she is, by a mail, and her form waits beside', { timeout: 180_000 }, async () => {
  const nadia = await aVisitor({ javaScript: false })
  const { page, look, follow, go } = nadia
  await enterAs(nadia, 'Nadia Cherkati')
  // The page is opened while the session is young, and its form sent once it is not.
  await go('/mes-donnees/suppression')
  await page.getByLabel(/Pour confirmer, écrivez/).fill('Nadia Cherkaty')
  await happens('old', 'Nadia')
  await page.getByRole('button', { name: 'Supprimer mon compte' }).click()
  await page.getByText('Nous devons être sûrs que c’est bien vous.').waitFor()
  await look()
  expect(await page.getByLabel(/Pour confirmer, écrivez/).inputValue()).toBe('Nadia Cherkaty')
  const [tab] = await Promise.all([page.context().waitForEvent('page'), page.getByRole('link', { name: /Confirmer que c’est bien moi/ }).click()])
  await tab.waitForLoadState()
  await tab.getByRole('button', { name: 'Recevoir un lien' }).click()
  await tab.getByText('Regardez vos courriels').waitFor()
  let address: string | null = null
  await expect.poll(async () => {
    await tab.goto('/demonstration/courrier')
    const row = tab.getByRole('row').filter({ hasText: 'Confirmez que c’est bien vous' }).first()
    if (await row.count() === 0) return undefined
    await row.getByRole('link').click()
    address = await tab.getByRole('main').getByRole('link', { name: '/mon-compte/preuve/lien' }).getAttribute('href').catch(() => null)
    return address
  }, { timeout: 20_000 }).toContain('/mon-compte/preuve/lien')
  await tab.goto(address!)
  await tab.getByRole('button', { name: 'C’est bien moi' }).click()
  await tab.getByRole('heading', { level: 1, name: 'Vous pouvez revenir à votre formulaire' }).waitFor()
  await tab.close()
  // Proved: the form runs now, and only its own reason is left.
  await page.getByRole('button', { name: 'Envoyer à nouveau' }).click()
  await page.getByText('Ce n’est pas le nom attendu.').first().waitFor()
  await look()

  // From the page itself, in the same tab.
  await happens('old', 'Nadia')
  await go('/mes-donnees')
  await follow(page.getByRole('link', { name: 'Confirmer que c’est bien moi' }), '/mon-compte/preuve?suite=%2Fmes-donnees')
  await nadia.leave()
})
