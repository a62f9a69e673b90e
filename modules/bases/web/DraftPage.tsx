import type { ReactNode } from 'react'
import { Badge } from '#design/Badge.tsx'
import { Page } from '#design/Page.tsx'
import { Tabs } from '#design/Tabs.tsx'
import { spaced } from '../typography.ts'
import type { Draft } from './draft-answer.ts'
import { words } from './fr-authoring.ts'
import { urls } from './routes.ts'

/** Where a resource stands, in a word or two. */
export function StateBadges({ published, changed, isPublic }: { published: boolean, changed: boolean, isPublic: boolean }) {
  return (
    <div className="sl-badges">
      {published ? <Badge kind="success">{words.states.published}</Badge> : <Badge kind="info">{words.states.draft}</Badge>}
      {published && changed && <Badge kind="warning">{words.states.changed}</Badge>}
      {!isPublic && <Badge>{words.states.isPrivate}</Badge>}
    </div>
  )
}

/** What surrounds the four faces of a draft: contents, settings, preview, history. */
export function DraftPage({ draft, face, actions, children }: {
  draft: Pick<Draft, 'resourceId' | 'publishedAt' | 'changed' | 'isPublic'> & { heading: { title: string }, contents: readonly unknown[] }
  face: keyof typeof words.faces
  actions?: ReactNode, children: ReactNode
}) {
  const { resourceId, heading, publishedAt, changed, isPublic, contents } = draft
  const addresses = {
    contents: urls.draft(resourceId), settings: urls.draftSettings(resourceId), preview: urls.draftPreview(resourceId),
      history: urls.draftHistory(resourceId),
  }
  const faces = Object.keys(words.faces) as (keyof typeof words.faces)[]
  return (
    <Page title={spaced(heading.title)} documentTitle={words.documentTitle(words.faces[face], heading.title)} actions={actions}
      breadcrumb={[{ label: words.myResources.title, href: urls.myResources() }]}
      above={<StateBadges published={publishedAt !== null} changed={changed} isPublic={isPublic} />}>
      <Tabs label={words.facesLabel} tabs={faces.map((one) => ({
        label: words.faces[one], href: addresses[one], current: one === face, count: one === 'contents' ? contents.length : undefined,
      }))} />
      <div className="sl-draft">{children}</div>
    </Page>
  )
}
