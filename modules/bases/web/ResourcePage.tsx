import type { LoaderFunctionArgs } from 'react-router'
import { Badge } from '#design/Badge.tsx'
import { ButtonGroup, ButtonLink } from '#design/Button.tsx'
import { Figure } from '#design/Figure.tsx'
import { Grid } from '#design/Grid.tsx'
import { Link } from '#design/Link.tsx'
import { Page } from '#design/Page.tsx'
import { Prose } from '#design/Prose.tsx'
import { TableOfContents } from '#design/TableOfContents.tsx'
import { TagList } from '#design/Tag.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers, formOf } from '#kernel/page/answers.ts'
import { pageCall } from '#kernel/page/call.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { imageUrl } from '#modules/files/web/routes.ts'
import { reporting } from '#modules/moderation/web/parts.tsx'
import { urls as moderation } from '#modules/moderation/web/routes.ts'
import { answerOpinion } from '../operations/answer-opinion.ts'
import { giveOpinion } from '../operations/give-opinion.ts'
import { listOpinions } from '../operations/list-opinions.ts'
import { removeAnswer } from '../operations/remove-answer.ts'
import { removeOpinion } from '../operations/remove-opinion.ts'
import { showResource } from '../operations/show-resource.ts'
import { spaced } from '../typography.ts'
import { fr as labels } from './fr.ts'
import { fr } from './reader.fr.ts'
import { Opinions } from './Opinions.tsx'
import { reported as moderated } from './reported.fr.ts'
import { anchorOf, pictureOf, ResourceContents } from './ResourceContents.tsx'
import { ResourceFacts, type ShownResource } from './ResourceFacts.tsx'
import { urls } from './routes.ts'
import { fr as statistics } from './statistics.fr.ts'

const resource = answers(showResource, { moved: (output) => 'movedTo' in output ? urls.resource(output.movedTo) : undefined })

export const loader = async (args: LoaderFunctionArgs) => {
  const shown = await resource(args) as ShownResource & Awaited<ReturnType<typeof resource>>
  const opinions = await answers(listOpinions, { input: () => ({ resourceId: shown.resourceId }) })(args)
  const forms = { answer: () => formOf('answerOpinion', answerOpinion), remove: () => formOf('removeOpinion', removeOpinion), removeAnswer: () => formOf('removeAnswer', removeAnswer) }
  return {
    ...shown, origin: new URL(args.request.url).origin, opinions: {
      ...opinions, signedIn: args.context.get(pageCall).call.actor.id !== undefined, withdraw: opinions.own && forms.remove(),
      opinions: opinions.opinions.map((one) => ({
        ...one, answer: args.context.get(pageCall).call.actor.id ? forms.answer() : false as const, remove: one.removable && forms.remove(),
        answers: one.answers.map((answer) => ({ ...answer, remove: answer.removable && forms.removeAnswer() })),
      })),
    },
  }
}
// What was just said is in view, not the top of the page.
export const action = accepts({ giveOpinion, removeOpinion, answerOpinion, removeAnswer }, {
  giveOpinion: ({ opinionId }) => `#avis-${opinionId}`, answerOpinion: ({ answerId }) => `#reponse-${answerId}`,
  removeOpinion: () => '#avis', removeAnswer: () => '#avis',
})
export const handle = { isPublic: true }

/** A shorter page is seen at a glance. */
const FEWEST_PARTS = 3

/** What search engines and messengers show of the page. */
function Described({ resource, address, origin }: { resource: ShownResource, address: string, origin: string }) {
  const { title, excerpt, image, lastPublishedAt, isOpen, slug } = resource
  return (
    <>
      <meta name="description" content={excerpt} />
      <link rel="canonical" href={address} />
      {isOpen && <link rel="alternate" type="text/markdown" href={urls.resourceText(slug)} />}
      <meta property="og:type" content="article" />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={excerpt} />
      <meta property="og:url" content={address} />
      {image && <meta property="og:image" content={origin + imageUrl(image.id, 1280)} />}
      <meta property="article:modified_time" content={lastPublishedAt} />
    </>
  )
}

export default function ResourcePage() {
  const answer = useAnswer<typeof loader>()
  // An address of before was redirected by the loader.
  if ('movedTo' in answer) return null
  const { title, descriptionHtml, slug, resourceId, supportTypes, isOpen, isPublic, withheld, image, imageAlt, contents, saved, can, origin } = answer
  const parts = contents.filter(({ type }) => type === 'section_title')
  const address = origin + urls.resource(slug)
  return (
    <Page title={spaced(title)} breadcrumb={[{ label: fr.resources.title, href: urls.resources() }]} lead={<Prose html={descriptionHtml} />}
      above={<>{!isOpen && <Badge kind="warning">{withheld ? moderated.withheld[withheld] : isPublic ? fr.resource.closed : fr.resource.private}</Badge>}
        {withheld && can.editResourceTitle && <p><Link href={moderation.mine()}>{moderated.why}</Link></p>}
        <TagList small label={fr.resource.supportTypes} tags={supportTypes.map((one) =>
          ({ label: labels.supportTypes[one], href: urls.resources({ supportTypes: [one] }) }))} /></>}
      actions={<ButtonGroup>
        <ButtonLink href={urls.keepResource(slug)} priority={saved ? 'secondary' : 'primary'}
          icon={saved ? 'fr-icon-bookmark-fill' : 'fr-icon-bookmark-line'}>{saved ? fr.resource.saved : fr.resource.save}</ButtonLink>
        {can.editResourceTitle && <ButtonLink href={urls.draft(resourceId)} priority="secondary"
          icon="fr-icon-edit-line">{fr.resource.edit}</ButtonLink>}
        {can.editResourceTitle && <ButtonLink href={urls.resourceStatistics(resourceId)} priority="tertiary">{statistics.link}</ButtonLink>}
      </ButtonGroup>}>
      <Described resource={answer} address={address} origin={origin} />
      <Grid kind="side-right">
        <article className="sl-reading" data-seen={urls.view(resourceId)} itemScope itemType="https://schema.org/LearningResource">
          <meta itemProp="name" content={title} />
          <meta itemProp="description" content={answer.excerpt} />
          <meta itemProp="inLanguage" content="fr" />
          <meta itemProp="isAccessibleForFree" content="true" />
          <meta itemProp="datePublished" content={answer.publishedAt} />
          <meta itemProp="dateModified" content={answer.lastPublishedAt} />
          {image && <meta itemProp="image" content={origin + imageUrl(image.id, 1280)} />}
          {answer.audiences.map((one) => <meta key={one} itemProp="audience" content={labels.audiences[one]} />)}
          {answer.themes.map((one) => <meta key={one} itemProp="about" content={labels.themes[one]} />)}
          {image && <div className="sl-reading__picture"><Figure {...pictureOf(image, imageAlt)} eager /></div>}
          {parts.length >= FEWEST_PARTS &&
            <TableOfContents entries={parts.map((part) => ({ id: anchorOf(part), label: part.title ?? '' }))} />}
          <ResourceContents contents={contents} through={(contentId) => urls.opening(resourceId, contentId)} />
          <Opinions resourceId={resourceId} slug={slug} give={answer.opinions.can['giveOpinion']} {...answer.opinions} />
        </article>
        <aside className="sl-side" aria-label={fr.resource.about}><ResourceFacts resource={answer} address={address} />
          <p><Link className="fr-link fr-link--sm" href={moderation.report('bases.resource', resourceId)} rel="nofollow">{reporting.link}</Link></p>
        </aside>
      </Grid>
    </Page>
  )
}
