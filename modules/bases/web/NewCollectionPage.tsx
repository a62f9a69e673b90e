import { useSearchParams, type LoaderFunctionArgs } from 'react-router'
import { ButtonLink } from '#design/Button.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { Page } from '#design/Page.tsx'
import { SelectField } from '#design/SelectField.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers, formOf } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { createCollection } from '../operations/create-collection.ts'
import { listMyBases } from '../operations/list-my-bases.ts'
import { CollectionFields } from './CollectionFields.tsx'
import { words } from './fr-authoring.ts'
import { urls } from './routes.ts'

export const loader = async (args: LoaderFunctionArgs) => ({ ...await answers(listMyBases)(args),
  create: formOf('createCollection', createCollection) })
export const action = accepts({ createCollection }, { createCollection: ({ slug }) => urls.collection(slug) })

export default function NewCollectionPage() {
  const { bases, create } = useAnswer<typeof loader>()
  const [params] = useSearchParams()
  const { title, lead, submit, ownerLabel, mine } = words.newCollection
  return (
    <Page title={title} lead={lead} width="text" breadcrumb={[{ label: words.myCollections.title, href: urls.myCollections() }]}>
      <CommandForm form={create} submit={submit} values={{ isPublic: 'false', baseId: params.get('baseId') }}
        labels={{ ...words.collection.labels, baseId: ownerLabel }}
        beside={<ButtonLink href={urls.myCollections()} priority="tertiary">{words.cancel}</ButtonLink>}>
        {(field) => (
          <>
            <CollectionFields field={field} />
            {bases.length > 0 && <SelectField {...field('baseId')} required={undefined} label={ownerLabel} empty={mine}
              choices={Object.fromEntries(bases.map((base) => [base.id, base.title]))} />}
          </>
        )}
      </CommandForm>
    </Page>
  )
}
