import { Badge } from '#design/Badge.tsx'
import { ButtonLink } from '#design/Button.tsx'
import { Card, CardList } from '#design/Card.tsx'
import { ChoicesField, RadioField } from '#design/ChoicesField.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { EmptyState } from '#design/EmptyState.tsx'
import { TextField } from '#design/TextField.tsx'
import type { Answered } from '#kernel/page/answers.ts'
import type { showPreferences } from '../operations/show-preferences.ts'
import { DepartmentField } from './DepartmentField.tsx'
import { FollowForm } from './FollowForm.tsx'
import { fr as labels } from './fr.ts'
import { LetterChoice } from './LetterChoice.tsx'
import { BaseLogo } from './parts.tsx'
import { urls } from './routes.ts'
import { fr } from './welcome.fr.ts'

type Answer = Answered<typeof showPreferences>

/** Who one is, and who may see it. */
export function You({ answer: { can, title, isPublic } }: { answer: Answer }) {
  const words = fr.you
  return can.introduceMyself && (
    <CommandForm form={can.introduceMyself} submit={fr.next} values={{ title, isPublic: String(isPublic) }} labels={{ title: words.job, isPublic: words.visible }}>
      {(field) => (
        <>
          <TextField {...field('title')} required={false} label={words.job} hint={words.jobHint} />
          <RadioField {...field('isPublic')} required legend={words.visible} choices={words.choices} />
        </>
      )}
    </CommandForm>
  )
}

/** The themes and the department, in the welcome and in one's preferences. */
export function Interests({ answer: { can, themes, department }, submit = fr.next }: { answer: Pick<Answer, 'can' | 'themes' | 'department'>, submit?: string }) {
  const words = fr.interests
  return can.chooseInterests && (
    <>
      <p>{words.lead}</p>
      <CommandForm form={can.chooseInterests} submit={submit} values={{ themes, department }} labels={{ themes: words.themes, department: words.department }}>
        {(field) => (
          <>
            <DepartmentField field={field('department')} label={words.department} hint={words.departmentHint} />
            <ChoicesField {...field('themes')} required={false} legend={words.themes} choices={labels.themes} columns />
          </>
        )}
      </CommandForm>
    </>
  )
}

/** Bases that fit, to follow. */
export function Bases({ answer: { can, suggested, followsCount } }: { answer: Answer }) {
  const words = fr.bases
  return (
    <>
      <p>{words.lead} {words.follows(followsCount)}</p>
      {suggested.length === 0 ? <EmptyState title={words.none} /> : (
        <CardList>
          {suggested.map((base) => (
            <Card key={base.id} title={base.title} href={urls.base(base.slug)} level={2} description={base.excerpt}
              start={<>{base.logoFileId && <BaseLogo fileId={base.logoFileId} />}<Badge kind="info">{words.why[base.why]}</Badge></>}
              actions={<FollowForm follow={can.followBase} fixed={{ baseId: base.id }} about={base.title} />} />
          ))}
        </CardList>
      )}
    </>
  )
}

/** What to do next, and the letter of the month. */
export function After({ answer: { can, letterAgreedAt } }: { answer: Answer }) {
  const { lead, links } = fr.after
  return (
    <>
      <p>{lead}</p>
      <div className="sl-buttons">
        <ButtonLink href={urls.myFeed()} priority="secondary">{links.feed}</ButtonLink>
        <ButtonLink href={urls.resources()} priority="secondary">{links.resources}</ButtonLink>
        <ButtonLink href={urls.newResource()} priority="secondary">{links.write}</ButtonLink>
      </div>
      <LetterChoice form={can.chooseLetter} agreedAt={letterAgreedAt} />
    </>
  )
}
