import { CommandForm } from '#design/CommandForm.tsx'
import { EmptyState } from '#design/EmptyState.tsx'
import { Page } from '#design/Page.tsx'
import { Section } from '#design/Section.tsx'
import { VisuallyHidden } from '#design/VisuallyHidden.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import type { FormRules } from '#kernel/page/form.ts'
import { listDeleted } from '../operations/list-deleted.ts'
import { restoreBase } from '../operations/restore-base.ts'
import { restoreCollection } from '../operations/restore-collection.ts'
import { restoreResource } from '../operations/restore-resource.ts'
import { answersPerson } from './answers-to.ts'
import { fr } from './care.fr.ts'
import { words } from './fr-authoring.ts'
import { urls } from './routes.ts'

export const loader = answersPerson(listDeleted)
export const action = accepts({ restoreResource, restoreBase, restoreCollection }, {
  restoreCollection: ({ slug }) => urls.collection(slug),
  restoreResource: (_, { resourceId }) => urls.draft(resourceId!), restoreBase: ({ slug }) => urls.base(slug),
})

const { bin } = fr

interface Gone { title: string; deletedAt: string; goneAt: string }

function Line({ gone: { title, deletedAt, goneAt }, what, form, fixed }:
  { gone: Gone, what?: string | false, form: FormRules | false, fixed: Record<string, string> }) {
  return (
    <li className="sl-person">
      <span className="sl-person__name">{title}
        <span className="fr-hint-text">{[bin.by(deletedAt), what, bin.until(goneAt)].filter(Boolean).join('. ')}.</span></span>
      {form && <CommandForm form={form} inline size="sm" priority="secondary" fixed={fixed}
        submit={<>{bin.restore}<VisuallyHidden> {words.about(title)}</VisuallyHidden></>} />}
    </li>
  )
}

/** What was deleted and can still be brought back, each with the day on which it goes for good. */
export default function DeletedPage() {
  const { resources, bases, collections, can } = useAnswer<typeof loader>()
  return (
    <Page title={bin.title} lead={bin.lead} width="text" breadcrumb={[{ label: words.myResources.title, href: urls.myResources() }]}>
      {resources.length + bases.length + collections.length === 0 && <EmptyState title={bin.none}>{bin.noneMore}</EmptyState>}
      {resources.length > 0 && (
        <Section title={bin.resources}>
          <ul className="sl-people">
            {resources.map((one) => <Line key={one.id} gone={one} what={!one.wasPublished && bin.draft} form={can.restoreResource ?? false}
              fixed={{ resourceId: one.id }} />)}
          </ul>
        </Section>
      )}
      {bases.length > 0 && (
        <Section title={bin.bases}>
          <ul className="sl-people">
            {bases.map((one) => <Line key={one.id} gone={one} what={bin.withBase(one.resourcesCount)} form={can.restoreBase ?? false}
              fixed={{ baseId: one.id }} />)}
          </ul>
        </Section>
      )}
      {collections.length > 0 && (
        <Section title={bin.collections}>
          <ul className="sl-people">
            {collections.map((one) => <Line key={one.id} gone={one} what={bin.withBase(one.resourcesCount)}
              form={can.restoreCollection ?? false} fixed={{ collectionId: one.id }} />)}
          </ul>
        </Section>
      )}
    </Page>
  )
}
