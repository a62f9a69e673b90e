import { useSearchParams, type LoaderFunctionArgs } from 'react-router'
import { ButtonLink } from '#design/Button.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { Page } from '#design/Page.tsx'
import { SelectField } from '#design/SelectField.tsx'
import { TextArea } from '#design/TextArea.tsx'
import { TextField } from '#design/TextField.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers, formOf } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { createResource } from '../operations/create-resource.ts'
import { listMyBases } from '../operations/list-my-bases.ts'
import { fr as care } from './care.fr.ts'
import { words } from './fr-authoring.ts'
import { urls } from './routes.ts'
import { useRefused } from './use-refused.ts'

export const loader = async (args: LoaderFunctionArgs) => ({ ...await answers(listMyBases)(args),
  create: formOf('createResource', createResource) })
export const action = accepts({ createResource }, { createResource: ({ resourceId }) => urls.draft(resourceId) })

export default function NewResourcePage() {
  const { bases, create } = useAnswer<typeof loader>()
  const [params] = useSearchParams()
  const twin = useRefused('createResource')?.code === 'bases.title-exists'
  const { title, lead, submit } = words.newResource
  const { labels, descriptionHint } = words.heading
  const { label, none, hint } = words.settings.base
  return (
    <Page title={title} lead={lead} width="text" breadcrumb={[{ label: words.myResources.title, href: urls.myResources() }]}>
      <CommandForm form={create} submit={twin ? care.evenSo : submit} fixed={{ warnOfTwin: String(!twin) }} values={{ baseId: params.get('baseId') }} labels={{ ...labels, baseId: label }}
        beside={<ButtonLink href={urls.myResources()} priority="tertiary">{words.cancel}</ButtonLink>}>
        {(field) => (
          <>
            <TextField {...field('title')} label={labels.title} />
            <TextArea {...field('description')} label={labels.description} hint={descriptionHint} rows={4} />
            {bases.length > 0 && <SelectField {...field('baseId')} required={undefined} label={label} hint={hint} empty={none}
              choices={Object.fromEntries(bases.map((base) => [base.id, base.title]))} />}
          </>
        )}
      </CommandForm>
    </Page>
  )
}
