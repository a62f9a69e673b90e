import { ButtonLink } from '#design/Button.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { RadioField } from '#design/ChoicesField.tsx'
import { Link } from '#design/Link.tsx'
import { Section } from '#design/Section.tsx'
import { TextArea } from '#design/TextArea.tsx'
import { Day } from '#design/Time.tsx'
import { VisuallyHidden } from '#design/VisuallyHidden.tsx'
import type { Output } from '#kernel/operation/operation.ts'
import type { FormRules } from '#kernel/page/form.ts'
import type { listOpinions } from '../operations/list-opinions.ts'
import { fr } from './opinion.fr.ts'
import { urls } from './routes.ts'

type Listed = Output<typeof listOpinions>
type Answer = Listed['opinions'][number]['answers'][number] & { remove: FormRules | false }
type Opinion = Omit<Listed['opinions'][number], 'answers'> & { answers: Answer[]; answer: FormRules | false; remove: FormRules | false }
interface OpinionsProps extends Omit<Listed, 'opinions'> {
  resourceId: string
  slug: string
  opinions: Opinion[]
  give: FormRules | false | undefined
  withdraw: FormRules | null
}

function Author({ author }: { author: Answer['author'] }) {
  if (!author) return <>{fr.gone}</>
  return author.name ? <Link href={urls.profile(author.id)}>{author.name}</Link> : <>{fr.somebody}</>
}

const calledBy = (author: Answer['author']) => author?.name ?? fr.somebody

function Removal({ form, fixed, author }: { form: FormRules | false, fixed: Record<string, string>, author: Answer['author'] }) {
  return form && <CommandForm inline form={form} fixed={fixed} priority="quiet" size="sm"
    submit={<>{fr.answer.remove}<VisuallyHidden> {fr.by(calledBy(author))}</VisuallyHidden></>} />
}

function One({ opinion: { id, author, text, at, rating, edited, answers, answer, remove } }: { opinion: Opinion }) {
  return (
    <li className="sl-opinion" id={`avis-${id}`}>
      <p><strong><Author author={author} /></strong>{' · '}{fr.ratings[rating]}{' · '}<Day at={at} />{edited && ` · ${fr.edited}`}</p>
      {text && <p className="sl-opinion__words">{text}</p>}
      <Removal form={remove} fixed={{ opinionId: id }} author={author} />
      {answers.length > 0 && (
        <ul aria-label={fr.answers(answers.length)}>
          {answers.map((one) => (
            <li key={one.id}>
              <p><strong><Author author={one.author} /></strong>{' · '}<Day at={one.at} /></p>
              <p className="sl-opinion__words">{one.text}</p>
              <Removal form={one.remove} fixed={{ answerId: one.id }} author={one.author} />
            </li>
          ))}
        </ul>
      )}
      {answer && (
        <details className="sl-details">
          <summary>{fr.answer.open}<VisuallyHidden> {fr.by(calledBy(author))}</VisuallyHidden></summary>
          <CommandForm form={answer} fixed={{ opinionId: id }} submit={fr.answer.submit} size="sm">
            {(field) => <TextArea {...field('text')} label={fr.answer.text} rows={3} />}
          </CommandForm>
        </details>
      )}
    </li>
  )
}

function Give({ form, resourceId, own, withdraw }: { form: FormRules, resourceId: string } & Pick<OpinionsProps, 'own' | 'withdraw'>) {
  const { title, again, rating, text, textHint, submit, change, withdraw: takeBack, named } = fr.give
  return (
    <details className="sl-details">
      <summary>{own ? again : title}</summary>
      <CommandForm form={form} fixed={{ resourceId }} submit={own ? change : submit} values={own ? { rating: String(own.rating), text: own.text } : {}}
        labels={{ rating, text }}>
        {(field) => <>
          <RadioField {...field('rating')} legend={rating} choices={fr.ratings} />
          <TextArea {...field('text')} label={text} hint={<>{textHint} {named}</>} rows={4} />
        </>}
      </CommandForm>
      {own && withdraw && <CommandForm inline form={withdraw} fixed={{ opinionId: own.id }} submit={takeBack} priority="tertiary" size="sm" />}
    </details>
  )
}

/** What readers think of the resource: what they say on the whole, each opinion with its answers, and the reader's own. */
export function Opinions({ resourceId, slug, rating, count, opinions, own, next, give, withdraw }: OpinionsProps) {
  return (
    <div id="avis">
      <Section title={fr.title}>
        <p>{fr.count(count)}{rating && <>{' '}{fr.mean} : <strong>{fr.ratings[rating]}</strong>.</>}</p>
        {give && <Give form={give} resourceId={resourceId} own={own} withdraw={withdraw} />}
        {opinions.length > 0 && <ul className="sl-opinions">{opinions.map((one) => <One key={one.id} opinion={one} />)}</ul>}
        {next && <ButtonLink href={urls.opinions(slug, next)} priority="tertiary" size="sm">{fr.more}</ButtonLink>}
      </Section>
    </div>
  )
}
