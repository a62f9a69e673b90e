import type { LoaderFunctionArgs } from 'react-router'
import { ButtonLink } from '#design/Button.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { Page } from '#design/Page.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers, formOf } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { createBase } from '../operations/create-base.ts'
import { listMyBases } from '../operations/list-my-bases.ts'
import { BaseFields } from './BaseFields.tsx'
import { fr as care } from './care.fr.ts'
import { words } from './fr-authoring.ts'
import { urls } from './routes.ts'
import { useRefused } from './use-refused.ts'

export const handle = { hydrate: true }
export const loader = async (args: LoaderFunctionArgs) => ({ ...await answers(listMyBases)(args),
  create: formOf('createBase', createBase) })
export const action = accepts({ createBase }, { createBase: ({ slug }) => urls.base(slug) })

export default function NewBasePage() {
  const { create } = useAnswer<typeof loader>()
  const twin = useRefused('createBase')?.code === 'bases.title-exists'
  const { title, lead, submit } = words.newBase
  return (
    <Page title={title} lead={lead} width="text" breadcrumb={[{ label: words.myBases.title, href: urls.myBases() }]}>
      <CommandForm form={create} submit={twin ? care.evenSo : submit} fixed={{ warnOfTwin: String(!twin) }} encType="multipart/form-data" values={{ isPublic: 'true', highlights: 'latest_published' }} labels={words.base.labels}
        beside={<ButtonLink href={urls.myBases()} priority="tertiary">{words.cancel}</ButtonLink>}>
        {(field) => <BaseFields field={field} />}
      </CommandForm>
    </Page>
  )
}
