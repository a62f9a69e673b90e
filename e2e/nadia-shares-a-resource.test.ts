import { test } from 'vitest'
import { aVisitor, withBrowser } from './testing/browser.ts'
import { enterAs, findAndKeep, writeAndPublish } from './testing/main-job.ts'

withBrowser()

test('Nadia writes and publishes a resource; Aïssatou finds it in spite of slips and keeps it', { timeout: 180_000 }, async () => {
  const resource = {
    title: 'Sauver un téléphone tombé dans l’évier', description: 'Les gestes de la première heure, dans l’ordre.',
    text: 'Éteignez-le tout de suite, et ne le rallumez pas pour voir.',
  }
  const nadia = await aVisitor()
  await enterAs(nadia, 'Nadia Cherkati')
  await writeAndPublish(nadia, resource, true)
  await nadia.leave()

  const aissatou = await aVisitor()
  await enterAs(aissatou, 'Aïssatou Balmont')
  await findAndKeep(aissatou, resource, 'telephonne evier', 'À montrer en permanence')
  await aissatou.leave()
})
