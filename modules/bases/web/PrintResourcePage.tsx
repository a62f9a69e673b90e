import type { LoaderFunctionArgs } from 'react-router'
import { Alert } from '#design/Alert.tsx'
import { Button } from '#design/Button.tsx'
import { Facts } from '#design/Facts.tsx'
import { Figure } from '#design/Figure.tsx'
import { Link } from '#design/Link.tsx'
import { Page } from '#design/Page.tsx'
import { Prose } from '#design/Prose.tsx'
import { Day } from '#design/Time.tsx'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { showResource } from '../operations/show-resource.ts'
import { spaced } from '../typography.ts'
import { fr as labels } from './fr.ts'
import { fr } from './print.fr.ts'
import { pictureOf, ResourceContents } from './ResourceContents.tsx'
import type { ShownResource } from './ResourceFacts.tsx'
import { urls } from './routes.ts'

const resource = answers(showResource, { moved: (output) => 'movedTo' in output ? urls.printResource(output.movedTo) : undefined })
export const loader = async (args: LoaderFunctionArgs) =>
  ({ ...await resource(args) as ShownResource, origin: new URL(args.request.url).origin })
export const handle = { isPublic: true }

/** A resource on paper: its words and pictures, where each link leads, who wrote it, when, and what one may do with it. */
export default function PrintResourcePage() {
  const { title, slug, descriptionHtml, image, imageAlt, contents, authors, base, publishedAt, lastPublishedAt, licence, origin } = useAnswer<typeof loader>()
  const named = authors.flatMap(({ name }) => name ?? [])
  return (
    <Page title={spaced(title)} documentTitle={fr.documentTitle(title)} lead={<Prose html={descriptionHtml} />} width="text">
      <meta name="robots" content="noindex" />
      <div className="sl-print__how">
        <Alert><p>{fr.how} {fr.without}</p></Alert>
        <p><Button data-print="" hidden suppressHydrationWarning icon="fr-icon-printer-line">{fr.print}</Button> <Link href={urls.resource(slug)}>{fr.back}</Link></p>
      </div>
      <article className="sl-reading sl-print">
        {image && <Figure {...pictureOf(image, imageAlt)} eager />}
        <ResourceContents contents={contents} />
        <section>
          <h2>{fr.about}</h2>
          <Facts facts={[
            named.length > 0 && { label: fr.by, value: named.join(', ') },
            base && { label: fr.base, value: base.title },
            { label: fr.published, value: <Day at={publishedAt} /> },
            lastPublishedAt.slice(0, 10) !== publishedAt.slice(0, 10) && { label: fr.updated, value: <Day at={lastPublishedAt} /> },
            { label: fr.licence, value: `${labels.licences[licence]}. ${labels.licenceTerms[licence]}` },
            { label: fr.source, value: origin + urls.resource(slug) },
          ]} />
        </section>
      </article>
    </Page>
  )
}
