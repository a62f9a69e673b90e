import { configured } from './configuration.ts'
import { urls } from '../web/routes.ts'
import { asAnybody, placedAt, readOpen } from './records.ts'
import { basesSeenBy, resourcesSeenBy, type Context } from '../policy.ts'
import { xml, xmlDocument, type Xml } from './xml.ts'

/** sitemaps.org allows 50,000 addresses a file: smaller ones are read by parts. */
export const A_FILE = 10_000
const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9'
const STATIC = ['/', urls.resources(), urls.bases()]

const address = (path: string, modified?: string): Xml =>
  xml`<url><loc>${configured().origin + path}</loc>${modified === undefined ? undefined : xml`<lastmod>${modified}</lastmod>`}</url>`

const fileOf = (urlset: Xml[]) => xmlDocument(xml`<urlset xmlns="${NAMESPACE}">${urlset}</urlset>`)

/** The index (sitemaps.org protocol 0.9): one file for the bases and the fixed pages, then files of resources, each named by where it begins. */
export const sitemapIndex = async (context: Context): Promise<string> => {
  const { db } = context
  const open = resourcesSeenBy(asAnybody(context)).where('resource.is_open', '=', true)
    .select(['resource.id', placedAt.as('placed_at')])
    .select((eb) => eb.fn.agg<number>('row_number').over((over) => over.orderBy('resource.last_published_at').orderBy('resource.id')).as('place'))
  const ends = await db.selectFrom(open.as('one')).select(['one.id', 'one.placed_at', 'one.place'])
    .where((eb) => eb(eb('one.place', '%', A_FILE), '=', 0)).orderBy('one.place').execute()
  const { origin } = configured()
  const file = (path: string) => xml`<sitemap><loc>${origin + path}</loc></sitemap>`
  const resources = [undefined, ...ends].map((end) => file(`/sitemap/ressources.xml${end ? `?at=${encodeURIComponent(end.placed_at)}&id=${end.id}` : ''}`))
  return xmlDocument(xml`<sitemapindex xmlns="${NAMESPACE}">${[file('/sitemap/pages.xml'), ...resources]}</sitemapindex>`)
}

export const sitemapOfPages = async (context: Context): Promise<string> => {
  const bases = await basesSeenBy(asAnybody(context)).select(['base.slug', 'base.updated_at']).orderBy('base.id').limit(A_FILE).execute()
  return fileOf([...STATIC.map((path) => address(path)), ...bases.map(({ slug, updated_at }) => address(urls.base(slug), updated_at))])
}

export const sitemapOfResources = async (context: Context, after?: { at: string; id: string }): Promise<string> =>
  fileOf((await readOpen(context, { after, most: A_FILE })).map(({ slug, last_published_at }) => address(urls.resource(slug), last_published_at)))
