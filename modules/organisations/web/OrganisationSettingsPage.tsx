import { ButtonLink } from '#design/Button.tsx'
import { CheckboxField } from '#design/CheckboxField.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { Page } from '#design/Page.tsx'
import { TextArea } from '#design/TextArea.tsx'
import { TextField } from '#design/TextField.tsx'
import type { LoaderFunctionArgs } from 'react-router'
import { Refusal } from '#kernel/operation/operation.ts'
import { accepts } from '#kernel/page/accepts.ts'
import { answers, refuse } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { editOrganisation } from '../operations/edit-organisation.ts'
import { showOrganisation } from '../operations/show-organisation.ts'
import { fr } from './fr.ts'
import { urls } from './routes.ts'
import { wayTo } from './said.tsx'

/** For who manages the whole organisation; those who manage a programme of it do not see this page. */
export const loader = async (args: LoaderFunctionArgs) => {
  const answer = await answers(showOrganisation)(args)
  const edit = answer.can.editOrganisation
  return edit ? { ...answer, edit } : refuse(new Refusal('forbidden', {}, 403), () => '/', '/')
}
export const action = accepts({ editOrganisation }, { editOrganisation: (_, { organisationId }) => urls.organisation(organisationId
  ?? '') })

const words = fr.settings

export default function OrganisationSettingsPage() {
  const { organisationId, name, acceptsRequests, welcome, version, edit } = useAnswer<typeof loader>()
  return (
    <Page title={words.heading} documentTitle={words.title(name)} width="text" breadcrumb={wayTo(organisationId, name)}>
      <CommandForm form={edit} submit={words.save} fixed={{ organisationId, _version: version }} values={{ name, acceptsRequests, welcome }}
        labels={{ name: words.name, welcome: words.welcome }} beside={<ButtonLink href={urls.organisation(organisationId)}
          priority="tertiary">{fr.cancel}</ButtonLink>}>
        {(field) => (
          <>
            <TextField {...field('name')} label={words.name} />
            <CheckboxField {...field('acceptsRequests')} label={words.acceptsRequests} hint={words.acceptsRequestsHint} />
            <TextArea {...field('welcome')} label={words.welcome} hint={words.welcomeHint} rows={3} />
          </>
        )}
      </CommandForm>
    </Page>
  )
}
