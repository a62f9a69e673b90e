import { useSearchParams } from 'react-router'
import { RadioField } from '#design/ChoicesField.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { ConfirmButton, ConfirmForm } from '#design/ConfirmButton.tsx'
import { SelectField } from '#design/SelectField.tsx'
import { fr as care } from './care.fr.ts'
import type { Draft } from './draft-answer.ts'
import { words } from './fr-authoring.ts'
import { Setting } from './part-settings.tsx'
import { urls } from './routes.ts'

const { settings } = words

/** Public or private; effective at once. */
export function VisibilitySetting({ draft: { can, isPublic, base, publishedAt, resourceId } }: { draft: Draft }) {
  if (!can.setResourceVisibility) return null
  const { title, lead, legend, choices, closedBase } = settings.visibility
  return (
    <Setting part="visibilite" title={title} lead={publishedAt === null ? lead.draft : lead.published}>
      {base && !base.isPublic && <p>{closedBase(base.title)}</p>}
      <CommandForm form={can.setResourceVisibility} submit={words.save} priority="secondary" values={{ isPublic: String(isPublic) }}
        labels={{ isPublic: legend }}
        action={urls.draftSettings(resourceId, 'visibilite')}>
        {(field) => <RadioField {...field('isPublic')} required legend={legend} choices={choices} />}
      </CommandForm>
    </Setting>
  )
}

/** Whether readers may say what they think of it. */
export function OpinionsSetting({ draft: { can, publicFeedback, resourceId } }: { draft: Draft }) {
  if (!can.setPublicFeedback) return null
  const { title, lead, legend, choices } = care.opinions
  return (
    <Setting part="avis" title={title} lead={lead}>
      <CommandForm form={can.setPublicFeedback} submit={words.save} priority="secondary" values={{ publicFeedback: String(publicFeedback) }}
        labels={{ publicFeedback: legend }} action={urls.draftSettings(resourceId, 'avis')}>
        {(field) => <RadioField {...field('publicFeedback')} required legend={legend} choices={choices} />}
      </CommandForm>
    </Setting>
  )
}

/** The base in which the resource stands, if any. */
export function BaseSetting({ draft: { can, base, resourceId }, bases }: { draft: Draft,
  bases: readonly { id: string, title: string }[] }) {
  const { title, lead, label, none } = settings.base
  const choices = Object.fromEntries([...bases, ...base ? [base] : []].map((one) => [one.id, one.title]))
  if (!can.moveResource || Object.keys(choices).length === 0) return null
  return (
    <Setting part="base" title={title} lead={lead}>
      <CommandForm form={can.moveResource} submit={settings.base.submit} priority="secondary" values={{ baseId: base?.id }}
        labels={{ baseId: label }}
        action={urls.draftSettings(resourceId, 'base')}>
        {(field) => <SelectField key={base?.id} {...field('baseId')} required={undefined} label={label} empty={none} choices={choices} />}
      </CommandForm>
    </Setting>
  )
}

/** To delete: asked once more, and undone from the page that follows. */
export function DeleteSetting({ draft: { can, heading, publishedAt, resourceId } }: { draft: Draft }) {
  const [params] = useSearchParams()
  if (!can.deleteResource) return null
  const { title, lead, label, ask, what } = settings.remove
  const question = { form: can.deleteResource, label, title: ask, children: <p>{what(heading.title, publishedAt !== null)}</p> }
  const here = urls.draftSettings(resourceId, 'supprimer')
  return (
    <Setting part="supprimer" title={title} lead={lead}>
      {params.has('supprimer')
        ? <ConfirmForm {...question} back={here} />
        : <ConfirmButton {...question} icon="fr-icon-delete-line" href={`${urls.draftSettings(resourceId)}?supprimer=oui#supprimer`} />}
    </Setting>
  )
}
