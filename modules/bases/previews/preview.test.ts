import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { execute } from '#kernel/fact/execution.ts'
import { aPicture, temporaryStorage } from '#modules/files/fixtures.ts'
import { aPerson, aResource, world } from '../fixtures.ts'
import { addContent } from '../operations/add-content.ts'
import { editContent } from '../operations/edit-content.ts'
import { publishResource } from '../operations/publish-resource.ts'
import { refreshPreview } from '../operations/refresh-preview.ts'
import { removeContent } from '../operations/remove-content.ts'
import { showDraft } from '../operations/show-draft.ts'
import { showResource } from '../operations/show-resource.ts'
import { configurePreviews } from './configuration.ts'
import { fetchPreview, forgetPreviews } from './fetch-preview.ts'

temporaryStorage()
const asked: string[] = []
let pages: Record<string, RequestListener> = {}
const server = createServer((request, answer) => { asked.push(request.url!); (pages[request.url!] ?? ((_, end) => end.writeHead(404).end()))(request, answer) })
const html = (text: string): RequestListener => (_, answer) => { answer.setHeader('content-type', 'text/html').end(text) }
let origin = ''
beforeAll(async () => {
  await new Promise<void>((ready) => { server.listen(0, '127.0.0.1', ready) })
  const { port } = server.address() as AddressInfo
  origin = `http://le-site.example:${port}`
  configurePreviews({ resolve: async () => [{ address: '127.0.0.1', family: 4 }], permits: (_, to) => to === port })
})
afterAll(() => { configurePreviews({}); server.close() })

const aLink = async (url: string) => {
  const { as } = await world()
  const { resourceId, author } = await aResource()
  const { contentId, version } = await as(author).run(addContent, { resourceId, type: 'link', url })
  return { resourceId, author, contentId, version, shown: async () => (await as(author).run(showDraft, { resourceId })).contents.at(-1)!.preview }
}

test('a link shows what its page says of itself, with its picture, to editors then to readers', async () => {
  const { as, work } = await world()
  const picture = await aPicture(800, 450).png().toBuffer()
  pages = {
    '/bonus': html('<title>Le bonus</title><meta property="og:description" content="Faire réparer"><meta property="og:image" content="/photo.png">'),
    '/photo.png': (_, answer) => { answer.setHeader('content-type', 'image/png').end(picture) },
  }
  const link = await aLink(`${origin}/bonus`)
  expect(await link.shown()).toBeNull()
  await work()
  expect(await link.shown()).toMatchObject({ state: 'ready', title: 'Le bonus', description: 'Faire réparer', imageFileId: expect.any(String) })
  const { slug } = await as(link.author).run(publishResource, { resourceId: link.resourceId })
  expect((await as(link.author).run(showResource, { slug }) as { contents: unknown[] }).contents.at(-1)).toMatchObject({ preview: { title: 'Le bonus' } })
  // Another link to the same page asks nothing of it.
  asked.length = 0
  const other = await aLink(`${origin}/bonus`)
  await work()
  expect([await other.shown(), asked]).toMatchObject([{ state: 'ready' }, []])
})

test('a page that cannot be read is told to the editors, who may ask again', async () => {
  const { as, work } = await world()
  pages = {}
  const link = await aLink(`${origin}/plus-tard`)
  await work()
  expect(await link.shown()).toMatchObject({ state: 'failed', failure: 'status' })
  pages = { '/plus-tard': html('<title>Me voici</title>') }
  await as(link.author).run(refreshPreview, { resourceId: link.resourceId, contentId: link.contentId })
  await work()
  expect(await link.shown()).toMatchObject({ state: 'ready', title: 'Me voici', imageFileId: null })
  const { contentId, resourceId, author } = await aResource()
  await expect(as(author).run(refreshPreview, { resourceId, contentId })).rejects.toMatchObject({ code: 'bases.not-a-link' })
})

test('what may pass is tried again by the queue; an address inside is refused for good', async () => {
  const { as, work, db, pools } = await world()
  pages = { '/panne': (_, answer) => { answer.writeHead(503).end() } }
  const link = await aLink(`${origin}/panne`)
  await work()
  expect(await link.shown()).toMatchObject({ state: 'failed', failure: 'status' })
  const preview = await db.selectFrom('bases.link_preview').select('id').where('address', '=', `${origin}/panne`).executeTakeFirstOrThrow()
  const waiting = async () => (await sql<{ run_at: Date }>`select run_at from graphile_worker.jobs where key = ${`preview:${preview.id}`}`.execute(db)).rows
  expect(await waiting()).toHaveLength(1)
  // Given up after the last try.
  await sql`delete from graphile_worker._private_jobs`.execute(db)
  await execute(pools.worker, fetchPreview, { previewId: preview.id, tries: 3 })
  expect(await waiting()).toEqual([])
  await as(link.author).run(editContent, { ...link, type: 'link', url: 'http://le-site.example:6379/' })
  asked.length = 0
  await work()
  expect([await link.shown(), asked]).toMatchObject([{ state: 'failed', failure: 'private' }, []])
})

test('previews that no content leads to are forgotten, with their picture', async () => {
  const { as, work, db, pools } = await world()
  pages = { '/oubli': html('<title>Oubli</title>'), '/garde': html('<title>Garde</title>') }
  const [gone, kept] = [await aLink(`${origin}/oubli`), await aLink(`${origin}/garde`)]
  await work()
  await as(gone.author).run(removeContent, gone)
  await db.updateTable('bases.link_preview').set({ asked_at: '2020-01-01T00:00:00Z' }).execute()
  await execute(pools.worker, forgetPreviews, {})
  expect(await kept.shown()).toMatchObject({ title: 'Garde' })
  expect(await db.selectFrom('bases.link_preview').select('id').where('address', '=', `${origin}/oubli`).execute()).toEqual([])
})

test('only editors ask again', async () => {
  const { as } = await world()
  const stranger = await aPerson()
  const [draft, shown] = [await aResource(), await aResource({ published: true })]
  await expect(as(stranger).run(refreshPreview, draft)).rejects.toMatchObject({ status: 404 })
  await expect(as(stranger).run(refreshPreview, shown)).rejects.toMatchObject({ status: 403 })
  await expect(as().run(refreshPreview, shown)).rejects.toMatchObject({ status: 401 })
})
