import type { ReactNode } from 'react'
import type { LoaderFunctionArgs } from 'react-router'
import { Alert } from '#design/Alert.tsx'
import { ButtonGroup, ButtonLink } from '#design/Button.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { EmptyState } from '#design/EmptyState.tsx'
import { Link } from '#design/Link.tsx'
import { Page } from '#design/Page.tsx'
import { Pagination } from '#design/Pagination.tsx'
import { Table } from '#design/Table.tsx'
import { Tabs } from '#design/Tabs.tsx'
import { Time } from '#design/Time.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers, formOf, type Answered } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { listMyResources } from '../operations/list-my-resources.ts'
import { restoreResource } from '../operations/restore-resource.ts'
import { fr as care } from './care.fr.ts'
import { StateBadges } from './DraftPage.tsx'
import { words } from './fr-authoring.ts'
import { urls } from './routes.ts'
import { fr as text } from './text.fr.ts'

/** One's resources, and how to bring back the one that has just been deleted. */
export const loader = async (args: LoaderFunctionArgs) => {
  const { searchParams } = new URL(args.request.url)
  const [mine, all] = await Promise.all([
    answers(listMyResources)(args), answers(listMyResources, { input: () => ({ state: undefined, page: 1, perPage: 1 }) })(args),
  ])
  return {
    ...mine, state: searchParams.get('state'), anything: all.total > 0, now: new Date().toISOString(), deleted: searchParams.get('deleted'),
    restore: formOf('restoreResource', restoreResource),
  }
}
export const action = accepts({ restoreResource }, { restoreResource: (_, { resourceId }) => urls.draft(resourceId!) })

type Line = Answered<typeof listMyResources>['resources'][number]
const { columns } = words.myResources

/** What each column says of a resource. @param now the server's time, ISO 8601, so that both sides write the same words. */
const cells = (now: string): Record<string, (line: Line) => ReactNode> => ({
  [columns.title]: ({ id, title: name }) => <Link href={urls.draft(id)}>{name}</Link>,
  [columns.state]: ({ state: at, changed, isPublic }) => <StateBadges published={at === 'published'} changed={changed}
    isPublic={isPublic} />,
  [columns.base]: ({ base }) => base ? <Link href={urls.base(base.slug)}>{base.title}</Link> : words.myResources.noBase,
  [columns.updated]: ({ updatedAt }) => <Time at={updatedAt} now={now} />,
  [columns.read]: ({ state: at, views, saves }) => at === 'published' ? words.myResources.read(views, saves) : '–',
})

export default function MyResourcesPage() {
  const { resources, total, page, pages, state, anything, now, deleted, restore } = useAnswer<typeof loader>()
  const { title, lead, write, tabs, caption, empty } = words.myResources
  const chosen = state === 'draft' || state === 'published' ? state : undefined
  const start = <ButtonLink href={urls.newResource()} icon="fr-icon-add-line">{write}</ButtonLink>
  return (
    <Page title={title} lead={lead} actions={<ButtonGroup>{anything && start}<ButtonLink href={urls.importText()}
      priority="secondary">{text.link}</ButtonLink>
      <ButtonLink href={urls.deleted()} priority="tertiary">{care.bin.link}</ButtonLink></ButtonGroup>}>
      {deleted && (
        <Alert kind="success" level={2} title={words.myResources.deleted}>
          <CommandForm form={restore} inline size="sm" priority="secondary" fixed={{ resourceId: deleted }}
            submit={words.myResources.restore} />
        </Alert>
      )}
      {anything && <Tabs label={words.myResources.filter} tabs={[
        { label: tabs.all, href: urls.myResources(), current: chosen === undefined },
        { label: tabs.draft, href: urls.myResources({ state: 'draft' }), current: chosen === 'draft' },
        { label: tabs.published, href: urls.myResources({ state: 'published' }), current: chosen === 'published' },
      ]} />}
      <Table rows={resources} caption={caption(total)} rowKey={({ id }) => id}
        empty={anything ? <EmptyState title={empty.filtered} /> : <EmptyState title={empty.title} action={start}>{empty.more}</EmptyState>}
        columns={cells(now)} />
      <Pagination page={page} pages={pages} href={(one) => urls.myResources({ state: chosen, page: one })} />
    </Page>
  )
}
