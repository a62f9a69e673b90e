import { expect, test } from 'vitest'
import { aFile, served, temporaryStorage } from '#modules/files/fixtures.ts'
import { aPerson, aResource, world } from '../fixtures.ts'
import { countOpening, openingsCounted } from './openings.ts'
import { addContent } from '../operations/add-content.ts'
import { deleteResource } from '../operations/delete-resource.ts'
import { publishResource } from '../operations/publish-resource.ts'
import { removeContent } from '../operations/remove-content.ts'
import { setResourceVisibility } from '../operations/set-resource-visibility.ts'
import { showDraft } from '../operations/show-draft.ts'
import { showResourceStatistics } from '../operations/show-resource-statistics.ts'

temporaryStorage()

const ADDRESS = 'https://www.exemple.fr/guide?étape=1'

/** Enough for a link not to be all that it says: that would be held for the moderators. */
const WORDS = 'Voici un guide pour préparer un atelier, pas à pas, avec ce qu’il faut imprimer et ce que l’on peut lire ensuite chez soi.'

/** A published resource with a link and a file. */
const opened = async () => {
  const there = await world()
  const { resourceId, author } = await aResource({ text: WORDS })
  const { run } = there.as(author)
  const fileId = await aFile(there, { uploadedBy: author, name: 'Fiche à imprimer.pdf' })
  const link = await run(addContent, { resourceId, type: 'link', url: ADDRESS, title: 'Le guide' })
  const file = await run(addContent, { resourceId, type: 'file', fileId })
  const { slug } = await run(publishResource, { resourceId })
  return { resourceId, author, run, slug, fileId, link: link.contentId, file: file.contentId }
}

/** What a browser that comes from our own page says. */
const OURS = { 'sec-fetch-site': 'same-origin' }
const askedAt = async () => {
  const address = await served(await world())
  return async (resourceId: string, contentId: string, headers: Record<string, string> = {}, method = 'GET') => {
    const url = `${address}/api/resources/${resourceId}/contents/${contentId}/opening`
    const response = await fetch(`${url}?url=https%3A%2F%2Fmechant.example`, { method, headers, redirect: 'manual' })
    await openingsCounted()
    return { status: response.status, to: response.headers.get('location'), cookie: response.headers.get('set-cookie')?.split(';')[0] }
  }
}

test('a link leads to its own address and a file to its bytes; each counts once in two hours for one browser', async () => {
  const ask = await askedAt()
  const { resourceId, run, link, file, fileId } = await opened()
  const first = await ask(resourceId, link, OURS)
  expect(first).toMatchObject({ status: 302, to: 'https://www.exemple.fr/guide?%C3%A9tape=1' })
  expect(first.cookie).toMatch(/^sillage-visit=/)
  const same = { ...OURS, cookie: first.cookie! }
  expect((await ask(resourceId, link, same)).cookie).toBeUndefined()
  expect(await ask(resourceId, file, same)).toMatchObject({ status: 302, to: `/files/${fileId}/Fiche%20%C3%A0%20imprimer.pdf` })
  await ask(resourceId, link, OURS)
  const { totals, parts, withdrawn } = await run(showResourceStatistics, { resourceId })
  expect([totals, withdrawn]).toMatchObject([{ clicks: 2, downloads: 1 }, 0])
  expect(parts).toEqual([
    { id: link, kind: 'link', title: 'Le guide', target: ADDRESS, openings: 2 },
    { id: file, kind: 'file', title: null, target: 'Fiche à imprimer.pdf', openings: 1 },
  ])
  const { db } = await world()
  await db.updateTable('bases.opening').set({ at: new Date(Date.now() - 3 * 3_600_000).toISOString() }).execute()
  await ask(resourceId, link, same)
  expect((await run(showResourceStatistics, { resourceId })).totals.clicks).toBe(3)
})

test('robots, prefetching and those who come from elsewhere are not counted; the last see the resource before they leave', async () => {
  const ask = await askedAt()
  const { resourceId, slug, run, link, file } = await opened()
  expect(await ask(resourceId, link)).toMatchObject({ status: 302, to: expect.stringContaining('exemple.fr'), cookie: undefined })
  expect(await ask(resourceId, link, { ...OURS, 'sec-purpose': 'prefetch' })).toMatchObject({ status: 302, cookie: undefined })
  expect(await ask(resourceId, link, OURS, 'HEAD')).toMatchObject({ status: 302, cookie: undefined })
  for (const from of ['cross-site', 'same-site', 'none']) {
    const sent = await ask(resourceId, link, { 'sec-fetch-site': from })
    expect(sent).toEqual({ status: 302, to: `/ressources/${slug}`, cookie: undefined })
    expect((await ask(resourceId, file, { 'sec-fetch-site': from })).to).toMatch(/^\/files\//)
  }
  expect((await run(showResourceStatistics, { resourceId })).totals).toMatchObject({ clicks: 0, downloads: 0 })
})

test('what one may not read leads nowhere: a private resource, a draft, a part that is neither, one of another resource', async () => {
  const ask = await askedAt()
  const one = await opened()
  const other = await opened()
  const reader = { ...OURS, 'x-person': (await aPerson()).id }
  expect(await ask(one.resourceId, other.link, OURS)).toMatchObject({ status: 404, to: null, cookie: undefined })
  const { contents } = await one.run(showDraft, { resourceId: one.resourceId })
  expect((await ask(one.resourceId, contents.find(({ type }) => type === 'text')!.id, OURS)).status).toBe(404)
  const unpublished = await one.run(addContent, { resourceId: one.resourceId, type: 'link', url: 'https://brouillon.exemple.fr' })
  expect((await ask(one.resourceId, unpublished.contentId, OURS)).status).toBe(404)
  await one.run(setResourceVisibility, { resourceId: one.resourceId, isPublic: false })
  for (const headers of [OURS, reader]) expect(await ask(one.resourceId, one.link, headers)).toMatchObject({ status: 404, to: null })
  expect((await ask(one.resourceId, one.link, { ...OURS, 'x-person': one.author.id })).status).toBe(302)
  await one.run(deleteResource, { resourceId: one.resourceId })
  expect((await ask(one.resourceId, one.link, { ...OURS, 'x-person': one.author.id })).status).toBe(404)
})

test('what was counted survives a new publication, also of a part that is taken out; it is seen by those who write alone', async () => {
  const { as, engine, actorOf } = await world()
  const { resourceId, run, link, file } = await opened()
  const context = engine.context({ actor: await actorOf(), origin: { request: 'test' } })
  for (const visit of ['a', 'b']) await countOpening(context, { resourceId, contentId: link, kind: 'link' }, visit)
  await countOpening(context, { resourceId, contentId: file, kind: 'file' }, 'a')
  const version = (await run(showDraft, { resourceId })).contents.find(({ id }) => id === file)!.version
  await run(removeContent, { resourceId, contentId: file, version })
  await run(publishResource, { resourceId })
  const seen = await run(showResourceStatistics, { resourceId })
  expect(seen).toMatchObject({ totals: { clicks: 2, downloads: 1 }, parts: [{ id: link, openings: 2 }], withdrawn: 1 })
  expect(seen.series.find(({ name }) => name === 'clicks')!.points.at(-1)).toMatchObject({ value: 2 })
  await expect(as(await aPerson()).run(showResourceStatistics, { resourceId })).rejects.toMatchObject({ status: 403 })
})
