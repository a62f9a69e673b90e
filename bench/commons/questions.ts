import type { Pool } from 'pg'
import { kyselyOn } from '#kernel/db/connection.ts'
import type { Statement } from '#kernel/db/transaction.ts'
import type { Actor } from '#kernel/operation/actor.ts'
import { admit } from '#kernel/operation/engine.ts'
import { fromStrings } from '#kernel/operation/input.ts'
import type { Operation } from '#kernel/operation/operation.ts'
import { findResources } from '#modules/bases/operations/find-resources.ts'
import { showBaseStatistics } from '#modules/bases/operations/show-base-statistics.ts'
import { showFeed } from '#modules/bases/operations/show-feed.ts'
import { showResource } from '#modules/bases/operations/show-resource.ts'
import { suggestTitles } from '#modules/bases/operations/suggest-titles.ts'
import { showStatistics } from '#modules/statistics/operations/show-statistics.ts'

export interface Question { path: string, statements: Pick<Statement, 'text' | 'values'>[] }
export interface Case { name: string, questions: Question[] }

const themes = ['donnees', 'mobilites', 'parentalite', 'education_et_formation', 'sobriete_numerique', 'arts_et_culture']
const texts = ['atelier', 'impôts', 'mot de passe', 'courriel', 'seniors', 'demarches en ligne', 'telephone', 'budget', 'hameçonnage', 'jeu parents',
  'photos', 'emploi', 'guide tablette', 'video', 'fiche sante', 'securite', 'enfants ecrans', 'formation', 'numerik', 'accompagnement']

/** Runs an operation with the reader's rights and notes every statement that it sends. */
const statementsOf = async (pool: Pool, actor: Actor, operation: Operation, texts: Record<string, string>) => {
  const statements: Question['statements'] = []
  const db = kyselyOn<any>(async (statement) => {
    statements.push({ text: statement.text, values: statement.values })
    return pool.query({ text: statement.text, values: statement.values })
  })
  const context = { db, actor, now: new Date().toISOString(), origin: { request: 'bench' }, record: async () => { throw new Error('A query records nothing') } }
  const input = operation.input.parse(fromStrings(operation.input, texts))
  await operation.run(context, input, await admit(operation, context, input))
  // Not what follows, such as the line of the log.
  return [...statements]
}

/** What is asked: each kind of page by several addresses, with the SQL that answers each. */
export const casesOf = async (pool: Pool, actor: Actor): Promise<Case[]> => {
  const { rows: slugs } = await pool.query<{ slug: string }>('select slug from bases.resource where is_open order by md5(id::text) limit 60')
  const { rows: [base] } = await pool.query<{ slug: string }>('select slug from bases.base where id = $1', [actor.grants[0]!.id])
  const asked: { name: string, operation: Operation, texts: Record<string, string>[] }[] = [
    { name: 'list', operation: findResources, texts: [1, 2, 3].map((page) => ({ perPage: '30', page: String(page) })) },
    { name: 'list, filtered', operation: findResources, texts: themes.map((theme) => ({ perPage: '30', themes: theme })) },
    { name: 'search', operation: findResources, texts: texts.map((text) => ({ text, perPage: '16', withTotals: 'true' })) },
    { name: 'titles while typing', operation: suggestTitles, texts: texts.map((text) => ({ prefix: text.slice(0, 5) })) },
    { name: 'resource page', operation: showResource, texts: slugs.map(({ slug }) => ({ slug })) },
    { name: 'feed', operation: showFeed, texts: [{}] },
    { name: 'statistics', operation: showStatistics, texts: [{ by: 'month' }, { by: 'week' }] },
    { name: 'statistics of a base', operation: showBaseStatistics, texts: [{ slug: base!.slug }] },
  ]
  return Promise.all(asked.map(async ({ name, operation, texts: several }) => ({
    name, questions: await Promise.all(several.map(async (given) => {
      const { slug, ...query } = given as Record<string, string> & { slug?: string }
      const address = operation.http.split(' ')[1]!.replace(':slug', slug ?? '')
      return { path: `/api${address}?${new URLSearchParams(query)}`, statements: await statementsOf(pool, actor, operation, given) }
    })),
  })))
}
