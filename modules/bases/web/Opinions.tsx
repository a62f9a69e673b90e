import { useSearchParams } from 'react-router'
import { ButtonLink } from '#design/Button.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { ConfirmButton, ConfirmForm } from '#design/ConfirmButton.tsx'
import { RadioField } from '#design/ChoicesField.tsx'
import { Link } from '#design/Link.tsx'
import { Section } from '#design/Section.tsx'
import { TextArea } from '#design/TextArea.tsx'
import { Day } from '#design/Time.tsx'
import { VisuallyHidden } from '#design/VisuallyHidden.tsx'
import type { Output } from '#kernel/operation/operation.ts'
import type { FormRules } from '#kernel/page/form.ts'
import { urls as identity } from '#modules/identity/web/routes.ts'
import { urls as moderation } from '#modules/moderation/web/routes.ts'
import type { listOpinions } from '../operations/list-opinions.ts'
import { fr as care } from './care.fr.ts'
import { fr } from './opinion.fr.ts'
import { urls } from './routes.ts'
import { useRefused } from './use-refused.ts'

type Listed = Output<typeof listOpinions>
type Answer = Listed['opinions'][number]['answers'][number] & { remove: FormRules | false }
type Opinion = Omit<Listed['opinions'][number], 'answers'> & { answers: Answer[]; answer: FormRules | false; remove: FormRules | false }
interface OpinionsProps extends Omit<Listed, 'opinions'> {
  resourceId: string
  slug: string
  opinions: Opinion[]
  give: FormRules | false | undefined
  withdraw: FormRules | null
  signedIn: boolean
}

function Author({ author }: { author: Answer['author'] }) {
  if (!author) return <>{fr.gone}</>
  return author.name ? <Link href={urls.profile(author.id)}>{author.name}</Link> : <>{fr.somebody}</>
}

const calledBy = (author: Answer['author']) => author?.name ?? fr.somebody

/** Takes words back, once one has said yes; those who may do so need not report them. */
function Removal({ form, fixed, words: { label, title, what }, at }:
  { form: FormRules, fixed: Record<string, string>, words: typeof fr.removal.opinion, at: string }) {
  const [params] = useSearchParams()
  const [id] = Object.values(fixed)
  const question = { form, fixed, label, title, children: <p>{what}</p> }
  return params.get('retirer') === id ? <ConfirmForm {...question} back={`?#${at}`} />
    : <ConfirmButton {...question} priority="quiet" size="sm" icon="fr-icon-delete-line" href={`?retirer=${id}#${at}`} />
}

/** Deeper answers stand at the same place: a phone has no room for more. */
const DEEPEST = 3

function Reply({ form, fixed, author }: { form: FormRules, fixed: Record<string, string>, author: Answer['author'] }) {
  const refused = useRefused('answerOpinion', fixed)
  // The answer to an opinion carries no other answer.
  const open = refused !== undefined && refused.typed['answerId']?.[0] === fixed['answerId']
  return (
    <details className="sl-details" open={open || undefined}>
      <summary>{fr.answer.open}<VisuallyHidden> {fr.by(calledBy(author))}</VisuallyHidden></summary>
      <CommandForm form={form} fixed={fixed} submit={fr.answer.submit} size="sm" labels={{ text: fr.answer.text }} action="#avis">
        {(field) => <TextArea {...field('text')} label={fr.answer.text} rows={3} />}
      </CommandForm>
    </details>
  )
}

/** Answers to the opinion, or to one of its answers, and those below them. An answer whose own is not shown stands at the first level. */
function Thread({ opinion, to, depth }: { opinion: Opinion, to: string | null, depth: number }) {
  const { answers } = opinion
  const known = new Set(answers.map(({ id }) => id))
  const here = answers.filter(({ answerId }) => (answerId && known.has(answerId) ? answerId : null) === to)
  if (here.length === 0) return null
  return (
    <ul aria-label={fr.answers(here.length)} className={depth > DEEPEST ? 'sl-thread--deep' : undefined}>
      {here.map((one) => (
        <li key={one.id} id={`reponse-${one.id}`}>
          {one.removed ? <p className="fr-hint-text">{fr.removed}</p> : (
            <>
              <p><strong><Author author={one.author} /></strong>{' · '}<Day at={one.at} /></p>
              <p className="sl-opinion__words">{one.text}</p>
              {one.remove ? <Removal form={one.remove} fixed={{ answerId: one.id }} words={fr.removal.answer} at={`reponse-${one.id}`} />
                : <Report kind="bases.answer" id={one.id} author={one.author} />}
              {opinion.answer && <Reply form={opinion.answer} fixed={{ opinionId: opinion.id, answerId: one.id }} author={one.author} />}
            </>
          )}
          <Thread opinion={opinion} to={one.id} depth={depth + 1} />
        </li>
      ))}
    </ul>
  )
}

function Report({ kind, id, author }: { kind: string, id: string, author: Answer['author'] }) {
  return (
    <p><Link className="fr-link fr-link--sm" href={moderation.report(kind, id)} rel="nofollow">{fr.report}
      <VisuallyHidden> {fr.by(calledBy(author))}</VisuallyHidden></Link></p>
  )
}

function One({ opinion }: { opinion: Opinion }) {
  const { id, author, text, at, rating, edited, answer, remove } = opinion
  return (
    <li className="sl-opinion" id={`avis-${id}`}>
      <p><strong><Author author={author} /></strong>{' · '}{fr.ratings[rating]}{' · '}<Day at={at} />{edited && ` · ${fr.edited}`}</p>
      {text && <p className="sl-opinion__words">{text}</p>}
      {remove ? <Removal form={remove} fixed={{ opinionId: id }} words={fr.removal.opinion} at={`avis-${id}`} />
        : text && <Report kind="bases.opinion" id={id} author={author} />}
      <Thread opinion={opinion} to={null} depth={1} />
      {answer && <Reply form={answer} fixed={{ opinionId: id }} author={author} />}
    </li>
  )
}

function Give({ form, resourceId, own, withdraw }: { form: FormRules, resourceId: string } & Pick<OpinionsProps, 'own' | 'withdraw'>) {
  const { title, again, rating, text, textHint, submit, change, named } = fr.give
  const refused = useRefused('giveOpinion')
  return (
    <details className="sl-details" open={refused !== undefined || undefined}>
      <summary>{own ? again : title}</summary>
      <CommandForm form={form} action="#avis" fixed={{ resourceId }} submit={own ? change : submit}
        values={own ? { rating: String(own.rating), text: own.text } : {}}
        labels={{ rating, text }}>
        {(field) => <>
          <RadioField {...field('rating')} legend={rating} choices={fr.ratings} />
          <TextArea {...field('text')} label={text} hint={<>{textHint} {named}</>} rows={4} />
        </>}
      </CommandForm>
      {own && withdraw && <Removal form={withdraw} fixed={{ opinionId: own.id }} words={fr.removal.opinion} at="avis" />}
    </details>
  )
}

/** What readers think of the resource: what they say on the whole, each opinion with its answers, and the reader's own. */
export function Opinions({ resourceId, slug, rating, count, opinions, own, next, give, withdraw, closed, signedIn }: OpinionsProps) {
  if (closed) return <div id="avis"><Section title={fr.title}><p>{care.opinions.closed}</p></Section></div>
  return (
    <div id="avis">
      <Section title={fr.title}>
        <p>{fr.count(count)}{rating && <>{' '}{fr.mean} <strong>{fr.ratings[rating]}</strong>.</>}</p>
        {!signedIn && <p><Link href={identity.signIn(`${urls.resource(slug)}#avis`)} rel="nofollow">{fr.signIn}</Link></p>}
        {give && <Give form={give} resourceId={resourceId} own={own} withdraw={withdraw} />}
        {opinions.length > 0 && <ul className="sl-opinions">{opinions.map((one) => <One key={one.id} opinion={one} />)}</ul>}
        {next && <ButtonLink href={urls.opinions(slug, next)} priority="tertiary" size="sm">{fr.more}</ButtonLink>}
      </Section>
    </div>
  )
}
