import { expect, test } from 'vitest'
import { aVisitor, withBrowser, type Visitor } from './testing/browser.ts'
import { enterAs } from './testing/main-job.ts'

withBrowser()

const BASE = 'les-passeurs-numeriques-du-val-d-aubriere'
// Another title each time: one that is taken is asked about before a draft is made.
const TITLE = `Plier un plan de bus sans la souris, page ${Date.now()}`

/** Keys alone: what is reached by Tab, typed, chosen and pressed, as somebody does who has no mouse. */
const keysOf = ({ page }: Visitor) => {
  const press = (...keys: string[]) => keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve())
  const focused = () => page.evaluate(() => {
    const element = document.activeElement as HTMLElement & { labels?: NodeListOf<HTMLElement> }
    const own = element.getAttribute('aria-label') || element.textContent || element.getAttribute('title') || ''
    const named = element.labels?.[0]?.textContent || own
    const seen = element.getClientRects().length > 0 && getComputedStyle(element).visibility !== 'hidden'
    return { name: named.replaceAll(/\s+/g, ' ').trim(), kind: element.tagName.toLowerCase(), seen }
  })
  /** Goes on by Tab until what is so called has the focus; what is passed on the way must be there to be seen. */
  const reach = async (name: RegExp, most = 120) => {
    for (let step = 0; step < most; step++) {
      await press('Tab')
      const now = await focused()
      if (now.kind !== 'body') expect(now, `on the way to ${name}`).toMatchObject({ seen: true })
      if (name.test(now.name)) return now
    }
    throw new Error(`${name} is not reached by Tab from where one was on ${page.url()}`)
  }
  const open = async (name: RegExp, to: RegExp, most?: number) => {
    await reach(name, most)
    await Promise.all([page.waitForURL(to), press('Enter')])
    await page.waitForLoadState()
  }
  return { press, reach, open, focused, type: (text: string) => page.keyboard.insertText(text) }
}

test('without a mouse, Nadia writes a resource, orders it, publishes it, finds it and keeps it', { timeout: 120_000 }, async () => {
  const nadia = await aVisitor()
  const { page, go, look } = nadia
  const { press, reach, open, type } = keysOf(nadia)
  await enterAs(nadia, 'Nadia Cherkati')

  await go('/mes-ressources/nouvelle')
  // The first stop is the way past the menus.
  await press('Tab')
  await press('Enter')
  await reach(/^Titre/)
  await type(TITLE)
  await reach(/^Description/)
  await type('Les plis, dans l’ordre, et ce qui rate d’habitude.')
  await open(/^Créer le brouillon/, /\/mes-ressources\/[\da-f-]{36}/)
  const draft = new URL(page.url()).pathname
  for (const words of ['Posez le plan à plat.', 'Pliez en accordéon.']) {
    await reach(/^Texte/)
    await press('Enter')
    await reach(/^Texte/)
    await type(words)
    await reach(/^Ajouter ce texte/)
    await press('Enter')
    await page.locator('.sl-part').getByText(words).first().waitFor()
  }
  await look()
  await go(draft)
  await reach(/^Déplacer « Texte »/)
  await press('ArrowDown')
  await page.getByText('Le contenu est maintenant à la place 2 sur 2.').waitFor()
  await expect.poll(() => page.locator('.sl-part').first().innerText()).toContain('accordéon')

  await open(/^Réglages/, /\/reglages/)
  for (const choice of [/^Mobilités$/, /^Tutoriel$/, /^Tous les publics$/]) {
    await reach(choice)
    await press('Space')
  }
  await reach(/^Enregistrer/)
  await press('Enter')
  await page.getByRole('list', { name: 'Thématiques, supports et publics choisis' }).waitFor()
  await go(`${draft}/reglages`)
  await open(/^Publier$/, /\/ressources\/[\w-]+$/)
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(TITLE)

  await go('/')
  await reach(/^Rechercher|^Chercher/)
  await type('plan de bus sans souris')
  await Promise.all([page.waitForURL(/\/recherche\?text=/), press('Enter')])
  await open(new RegExp(`^${TITLE}$`), /\/ressources\/plier/)
  await open(/^Enregistrer$/, /\/ranger/)
  await reach(/^Créer une collection/)
  await press('Enter')
  await reach(/^Nom de la collection/)
  await type('Pour le bus')
  await reach(/^Créer la collection/)
  await press('Enter')
  await page.getByText('Pour le bus').first().waitFor()
  await look()
  await nadia.leave()
})

test('by keyboard, Nadia changes a role, gives up a removal and crops a logo; Odile orders her collection', { timeout: 120_000 }, async () => {
  const nadia = await aVisitor()
  const nadias = keysOf(nadia)
  await enterAs(nadia, 'Nadia Cherkati')
  await nadia.go(`/mes-bases/${BASE}/membres`)
  await nadias.reach(/^Rôle de Joaquim Valadier/)
  await nadias.press('ArrowUp')
  await nadias.reach(/^Changer/)
  await nadias.press('Enter')
  const role = nadia.page.getByLabel('Rôle de Joaquim Valadier')
  await nadia.page.getByRole('status').filter({ hasText: /rôle/ }).waitFor()
  expect(await role.inputValue()).toBe('administrator')
  await role.focus()
  const shown = nadia.page.waitForEvent('load')
  await nadias.press('ArrowDown', 'Tab', 'Enter')
  await shown
  expect(await role.inputValue()).toBe('contributor')
  await nadia.go(`/mes-bases/${BASE}/membres`)
  const asked = await nadias.reach(/^Retirer/)
  await nadias.press('Enter')
  await nadia.page.getByRole('dialog').waitFor()
  await nadia.look()
  await nadias.press('Escape')
  // Giving up leads back to where one was.
  expect(await nadias.focused()).toMatchObject({ name: asked.name })

  await nadia.go(`/mes-bases/${BASE}/modifier`)
  await nadias.open(/^Recadrer le logo/, /\/images\/logo$/)
  await nadia.look()
  await nadias.reach(/^Largeur/)
  await nadias.press('ControlOrMeta+a')
  await nadias.type('64')
  await nadias.open(/^Recadrer$/, /\/modifier#logo$/)
  await nadia.page.getByText('Le cadrage de l’image est enregistré.').waitFor()
  await expect.poll(() => nadia.page.evaluate(() => document.activeElement?.id)).toBe('logo')
  await nadias.open(/^Recadrer le logo/, /\/images\/logo$/)
  await nadias.open(/^Reprendre l’image entière/, /\/modifier#logo$/)
  await nadia.leave()

  const odile = await aVisitor()
  const odiles = keysOf(odile)
  await enterAs(odile, 'Odile Rakotobe')
  await odile.go('/mes-collections/mon-nouveau-depart/modifier')
  const first = odile.page.locator('.sl-person').first().getByRole('link')
  const title = await first.textContent()
  const handle = await odiles.reach(/^Déplacer « /)
  const kept = odile.page.waitForResponse((answer) => answer.request().method() === 'PUT')
  await odiles.press('ArrowDown')
  await odile.page.getByText('La ressource est maintenant à la place 2 sur 6.').waitFor()
  // The focus goes with what is moved.
  expect(await odiles.focused()).toEqual(handle)
  await kept
  await odile.go('/collections/mon-nouveau-depart')
  expect(await odile.page.getByRole('article').nth(1).getByRole('heading').textContent()).toBe(title)
  await odile.leave()
})
