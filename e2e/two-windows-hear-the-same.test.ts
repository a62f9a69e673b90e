import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { aVisitor, withBrowser, type Visitor } from './testing/browser.ts'
import { enterAs } from './testing/main-job.ts'

withBrowser()

const HERE = '/mon-compte/presence'
const show = 'Montrer que je suis en ligne'
const hide = 'Ne plus le montrer'
const shows = (page: Page, label: string) => page.getByRole('button', { name: label }).waitFor({ timeout: 20_000 })

/** How many sockets a browser opened, of which some may be closed again. */
const counted = ({ page }: Visitor) => {
  const count = { sockets: 0 }
  page.context().on('page', (opened) => opened.on('websocket', () => { count.sockets++ }))
  page.on('websocket', () => { count.sockets++ })
  return count
}

/** Presses the button, by which the page itself is asked again. */
const press = ({ page, follow }: Visitor, label: string) => follow(async () => {
  await page.getByRole('button', { name: label }).click()
  await page.getByText('Votre choix est enregistré.').waitFor()
}, HERE)

test('Nadia’s windows say the same without being touched, one of them offline for a while; nobody else hears of it', { timeout: 240_000 }, async () => {
  const [phone, desk, joaquim] = [await aVisitor({ width: 360, height: 740 }), await aVisitor(), await aVisitor()]
  await enterAs(phone, 'Nadia Cherkati')
  await enterAs(desk, 'Nadia Cherkati')
  await enterAs(joaquim, 'Joaquim')
  for (const one of [phone, desk, joaquim]) await one.go(HERE)
  await joaquim.page.evaluate(() => document.addEventListener('sillage:signal', () => document.body.append('HEARD')))
  // The page is left as it is: what changes in it came by itself.
  await desk.page.evaluate(() => document.body.append('UNTOUCHED'))
  await press(phone, show)
  await shows(desk.page, hide)

  await desk.page.context().setOffline(true)
  await press(phone, hide)
  await press(phone, show)
  await press(phone, hide)
  await shows(desk.page, hide)
  await desk.page.context().setOffline(false)
  await shows(desk.page, show)
  expect(await desk.page.getByText('UNTOUCHED').count()).toBe(1)

  // What somebody types is never taken away, and the part is read again once they are done.
  await desk.page.evaluate(() => document.querySelector('[data-live]')!.insertAdjacentHTML('beforeend', '<textarea aria-label="essai"></textarea>'))
  await desk.page.getByLabel('essai').fill('Une phrase commencée')
  await press(phone, show)
  await desk.page.waitForTimeout(1500)
  expect(await desk.page.getByLabel('essai').inputValue()).toBe('Une phrase commencée')
  await desk.page.getByLabel('essai').fill('')
  await desk.page.getByLabel('essai').blur()
  await shows(desk.page, hide)
  await desk.look()
  expect(await joaquim.page.getByText('HEARD').count()).toBe(0)
  await Promise.all([phone.leave(), joaquim.leave()])
})

test('tabs share one connection, and hear by whatever the network lets through', { timeout: 240_000 }, async () => {
  const [phone, tab] = [await aVisitor({ width: 360, height: 740 }), await aVisitor()]
  await enterAs(phone, 'Nadia Cherkati')
  await enterAs(tab, 'Nadia Cherkati')
  await phone.go(HERE)
  const now = await phone.page.getByRole('button', { name: show }).count() > 0 ? [show, hide] : [hide, show]
  const toggle = async () => {
    await press(phone, now[0]!)
    now.reverse()
  }
  await tab.go(HERE)
  const count = counted(tab)
  await tab.go(HERE)
  await expect.poll(() => count.sockets).toBe(1)
  const second = await tab.page.context().newPage()
  await second.goto(HERE)
  await toggle()
  await Promise.all([tab.page, second].map((page) => shows(page, now[0]!)))
  expect(count.sockets).toBe(1)

  // The tab that held the connection goes: the other one takes its place.
  await tab.page.goto('about:blank')
  await toggle()
  await shows(second, now[0]!)

  for (const closed of [['socket'], ['socket', 'stream']]) {
    const page = await tab.page.context().newPage()
    await page.routeWebSocket(/\/api\/live\/socket/, (socket) => socket.close())
    for (const way of closed) await page.route(`**/api/live/${way}**`, (route) => route.abort())
    await second.goto('about:blank')
    const asked = page.waitForRequest(closed.length > 1 ? /live\/entries/ : /live\/stream/)
    await page.goto(HERE)
    await asked
    await toggle()
    await shows(page, now[0]!)
    await page.close()
  }
  await phone.leave()
})
