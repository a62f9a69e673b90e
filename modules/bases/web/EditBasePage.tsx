import { ButtonLink } from '#design/Button.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { Link } from '#design/Link.tsx'
import { Page } from '#design/Page.tsx'
import { Section } from '#design/Section.tsx'
import { TextField } from '#design/TextField.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { deleteBase } from '../operations/delete-base.ts'
import { showBase } from '../operations/show-base.ts'
import { updateBase } from '../operations/update-base.ts'
import { answersTo } from './answers-to.ts'
import { BaseFields } from './BaseFields.tsx'
import { fr as exchange } from './exchange.fr.ts'
import { words } from './fr-authoring.ts'
import { urls } from './routes.ts'
import { useFocusOnTarget } from './use-focus-on-target.ts'

export const handle = { hydrate: true }
export const loader = answersTo(showBase, 'updateBase', { moved: (base) => 'movedTo' in base ? urls.editBase(base.movedTo) : undefined })
export const action = accepts({ updateBase, deleteBase }, { updateBase: ({ slug }) => urls.base(slug), deleteBase: () => urls.myBases() })

export default function EditBasePage() {
  const base = useAnswer<typeof loader>()
  useFocusOnTarget()
  const { title, remove } = words.editBase
  const { can, baseId, version } = base
  const values = {
    title: base.title, excerpt: base.excerpt, description: base.source, isPublic: String(base.isPublic), department: base.department,
      website: base.website,
    email: base.email, emailIsPublic: base.emailIsPublic, facebook: base.facebook, linkedin: base.linkedin, twitter: base.twitter, highlights: base.highlights, logoFileId: base.logoFileId, coverFileId: base.coverFileId,
  }
  return (
    <Page title={title(base.title)} width="text" breadcrumb={[{ label: words.myBases.title, href: urls.myBases() },
      { label: base.title, href: urls.base(base.slug) }]}>
      <CommandForm form={can.updateBase} submit={words.save} encType="multipart/form-data" fixed={{ baseId, _version: version }}
        values={values}
        labels={words.base.labels} beside={<ButtonLink href={urls.base(base.slug)} priority="tertiary">{words.cancel}</ButtonLink>}>
        {(field) => <BaseFields field={field} slug={base.slug} />}
      </CommandForm>
      {can.deleteBase && (
        <Section title={exchange.take.title} lead={exchange.take.lead}>
          <p><a href={urls.baseArchive(base.slug)} download>{exchange.take.link}</a></p>
          <p><Link href={urls.bringBase(baseId)}>{exchange.bring.here}</Link></p>
        </Section>
      )}
      {can.deleteBase && (
        <Section title={remove.title} lead={remove.lead(base.resourcesCount)}>
          <CommandForm form={can.deleteBase} submit={remove.submit} priority="danger" fixed={{ baseId }} labels={{ title: remove.label }}>
            {(field) => <TextField {...field('title')} required maxLength={undefined} label={remove.label} hint={remove.hint(base.title)}
              autoComplete="off" />}
          </CommandForm>
        </Section>
      )}
    </Page>
  )
}
