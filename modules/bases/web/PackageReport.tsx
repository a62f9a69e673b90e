import { Facts } from '#design/Facts.tsx'
import { Section } from '#design/Section.tsx'
import { Table } from '#design/Table.tsx'
import type { Answered } from '#kernel/page/answers.ts'
import type { showPackageImport } from '../exchange/imports/show-package-import.ts'
import { fr as exchange } from './exchange.fr.ts'
import { fr } from './fr.ts'

const { bring: said } = exchange
type Report = NonNullable<Answered<typeof showPackageImport>['report']>
type Line = Report['lines'][number]
type Left = Report['rejected'][number]

const sentences: Readonly<Record<string, string>> = fr.refusals
const number = (n: number) => n.toLocaleString('fr-FR')
const left = {
  [said.rejectedColumns.title]: ({ title, path }: Left) => title ?? path,
  [said.rejectedColumns.why]: ({ code, place }: Left) => `${said.codes[code]}${place ? ` ${said.where(place)}` : ''}`,
}

/** What an archive would bring, or has brought, resource by resource, and what it cannot. @param done it is over. */
export function PackageReport({ report: { base, resources, collections, files, rejected, lines, notPublished }, done }: { report: Report,
  done: boolean }) {
  const missing = new Map(notPublished.map(({ id, reason }) => [id, reason]))
  const became = ({ id, state, isPublished }: Line) => {
    const why = missing.get(id)
    if (why) return said.draftFor(sentences[why] ?? '')
    return said.line[state === 'known' ? 'known' : isPublished ? 'published' : 'draft']
  }
  const { counts } = said
  return (
    <>
      <Section title={done ? said.did : said.would}>
        <Facts wide facts={[
          { label: said.into, value: base.isNew ? said.isNew(base.title) : base.title },
          { label: counts.new, value: number(resources.new) },
          resources.new > 0 && { label: counts.published, value: number(resources.published - notPublished.length) },
          resources.new > 0 && { label: counts.drafts, value: number(resources.drafts + notPublished.length) },
          resources.known > 0 && { label: counts.known, value: number(resources.known) },
          rejected.length > 0 && { label: counts.rejected, value: number(rejected.length) },
          { label: counts.collections, value: number(collections) }, { label: counts.files, value: said.files(files.count, files.bytes) },
        ]} />
      </Section>
      {rejected.length > 0 && (
        <Section title={said.rejected}>
          <Table rows={rejected} caption={said.rejected} captionHidden rowKey={({ path }) => path} empty="" columns={left} />
        </Section>
      )}
      {lines.length > 0 && (
        <Section title={said.lines}>
          <Table rows={lines} caption={said.lines} captionHidden rowKey={({ id }) => id} empty="" columns={{
            [said.lineColumns.title]: ({ title }: Line) => title, [done ? said.lineColumns.did : said.lineColumns.what]: became,
          }} />
        </Section>
      )}
    </>
  )
}
