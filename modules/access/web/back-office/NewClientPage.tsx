import { useActionData } from 'react-router'
import { ChoicesField } from '#design/ChoicesField.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { Page } from '#design/Page.tsx'
import { TextField } from '#design/TextField.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { createApiClient } from '../../operations/back-office/create-api-client.ts'
import { listApiClients } from '../../operations/back-office/list-api-clients.ts'
import { moduleName, roleName } from '../actions.fr.ts'
import { fr } from './fr.ts'
import { SecretShown, secretIn } from './SecretShown.tsx'

export const loader = answers(listApiClients)
export const action = accepts({ createApiClient })
const words = fr.create
const labels = { name: words.name, organisationId: words.organisation, roles: words.roles, scopes: words.scopes }

/** A new program; its secret is shown by the same page, once. */
export default function NewClientPage() {
  const { can, roles, modules } = useAnswer<typeof loader>()
  const made = secretIn(useActionData())
  if (made) return <SecretShown {...made} />
  const scopes = modules.flatMap((name) => [[`${name}:read`, words.read(moduleName(name))], [`${name}:write`, words.write(moduleName(name))]] as const)
  return (
    <Page title={words.title} width="text">
      {can.createApiClient && (
        <CommandForm form={can.createApiClient} submit={words.submit} labels={labels}>
          {(field) => (
            <>
              <TextField {...field('name')} label={labels.name} hint={words.nameHint} />
              <TextField {...field('organisationId')} type="text" label={labels.organisationId} hint={words.organisationHint} required={false} />
              <ChoicesField {...field('roles')} legend={labels.roles} hint={words.rolesHint} maxItems={undefined} required={false}
                choices={Object.fromEntries(roles.map((role) => [role, roleName(role)]))} columns />
              <ChoicesField {...field('scopes')} legend={labels.scopes} hint={words.scopesHint} maxItems={undefined} choices={Object.fromEntries(scopes)} columns />
            </>
          )}
        </CommandForm>
      )}
    </Page>
  )
}
