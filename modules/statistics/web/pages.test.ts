import { join, resolve } from 'node:path'
import { v7 } from '#kernel/id.ts'
import { expect, test } from 'vitest'
import { execute } from '#kernel/fact/execution.ts'
import { pagesOf } from '#kernel/testing/pages.tsx'
import { served } from '#modules/files/fixtures.ts'
import { world } from '../fixtures.ts'
import { countDaysAgain } from '../jobs.ts'
import { pages, urls } from './routes.ts'

const root = resolve(import.meta.dirname, '../../..')
const visit = pagesOf(world, pages, (file) => import(join(root, file)))
const words = (html: string) => html.replaceAll(/<script[\s\S]*?<\/script>|<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

test('the page says when nothing is counted, then plots each count with its table and its spreadsheet', async () => {
  const { db, pools } = await world()
  expect(words((await visit(urls.statistics())).html)).toContain('Rien n’est encore compté.')
  for (const days of [1, 8, 40, 70]) {
    await db.insertInto('search.asked').values({
      id: v7(), at: new Date(Date.now() - days * 86_400_000).toISOString(), kind: 'bases.all', words: 'mot', filters: '{}', milliseconds: 7, total: days % 2,
    }).execute()
  }
  await execute(pools.worker, countDaysAgain, {})
  const { html } = await visit(urls.statistics())
  expect(html).toContain('role="img"')
  expect(words(html)).toContain('Les 7 derniers jours 1')
  expect(words(html)).toContain('Depuis le début 4')
  expect(words(html)).toContain('50 % des recherches n’ont rien trouvé')
  expect(words(html)).toContain('en moins de 7 ms')
  expect(html).toContain('href="/statistiques/nombres.csv?name=searches&amp;by=month"')
  expect((await visit(urls.statistics('week'))).html).toContain('name=searches&amp;by=week')
  const answer = await fetch(`${await served(await world())}${urls.numbers('searches', 'month')}`)
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  const lines = (await answer.text()).trim().split('\r\n')
  expect(lines[0]).toMatch(/Mois du;Recherches$/)
  expect(lines.slice(1).reduce((sum, line) => sum + Number(line.split(';')[1]), 0)).toBe(4)
  expect((await fetch(`${await served(await world())}/statistiques/nombres.csv?name=people.emails`)).status).toBe(422)
})
