import { test } from 'vitest'
import { aVisitor, withBrowser } from './testing/browser.ts'
import { enterAs, findAndKeep, writeAndPublish } from './testing/main-job.ts'

withBrowser()

test('the same without JavaScript, from writing to keeping', { timeout: 180_000 }, async () => {
  const resource = {
    title: 'Réparer une imprimante qui refuse de se réveiller', description: 'Sept causes, de la plus fréquente à la plus rare.',
    text: 'Commencez par le câble : une fois sur trois, il n’est pas branché.',
  }
  const nadia = await aVisitor({ javaScript: false })
  await enterAs(nadia, 'Nadia Cherkati')
  await writeAndPublish(nadia, resource, false)
  await nadia.leave()

  const maeva = await aVisitor({ javaScript: false, width: 360, height: 740 })
  await enterAs(maeva, 'Maëva Tehuritaua')
  await findAndKeep(maeva, resource, 'imprimente reveiler', 'Pannes du guichet')
  await maeva.leave()
})
