import { useSearchParams, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router'
import { ButtonLink } from '#design/Button.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { Page } from '#design/Page.tsx'
import { SelectField } from '#design/SelectField.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers, formOf } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { importText } from '../exchange/markdown/import-text.ts'
import { listMyBases } from '../operations/list-my-bases.ts'
import { words } from './fr-authoring.ts'
import { receiveText } from './receive-text.ts'
import { urls } from './routes.ts'
import { fr } from './text.fr.ts'
import { TextFields } from './TextFields.tsx'

export const loader = async (args: LoaderFunctionArgs) => ({ ...await answers(listMyBases)(args), form: formOf('importText', importText) })
const accept = accepts({ importText }, { importText: ({ resourceId, leftOut }) => urls.importedDraft(resourceId, leftOut) })
export const action = (args: ActionFunctionArgs) => {
  receiveText(args)
  return accept(args)
}

/** A resource from a Markdown file, as a draft. */
export default function ImportTextPage() {
  const { bases, form } = useAnswer<typeof loader>()
  const [params] = useSearchParams()
  const { label, none, hint } = words.settings.base
  return (
    <Page title={fr.title} lead={fr.lead} width="text" breadcrumb={[{ label: words.myResources.title, href: urls.myResources() }]}>
      <CommandForm form={form} submit={fr.submit} encType="multipart/form-data" values={{ baseId: params.get('baseId') }}
        labels={{ text: fr.file, baseId: label }}
        beside={<ButtonLink href={urls.myResources()} priority="tertiary">{words.cancel}</ButtonLink>}>
        {(field) => (
          <>
            <TextFields field={field('text')} />
            {bases.length > 0 && <SelectField {...field('baseId')} required={undefined} label={label} hint={hint} empty={none}
              choices={Object.fromEntries(bases.map((base) => [base.id, base.title]))} />}
          </>
        )}
      </CommandForm>
    </Page>
  )
}
