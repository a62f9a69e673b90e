import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router'
import { Alert } from '#design/Alert.tsx'
import { Badge } from '#design/Badge.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { FileField } from '#design/FileField.tsx'
import { Link } from '#design/Link.tsx'
import { Page } from '#design/Page.tsx'
import { Section } from '#design/Section.tsx'
import { SelectField } from '#design/SelectField.tsx'
import { Table } from '#design/Table.tsx'
import { Time } from '#design/Time.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { allowDepartures } from '../operations/directory/allow-departures.ts'
import { listImports } from '../operations/list-imports.ts'
import { startImport } from '../operations/start-import.ts'
import { fr } from './fr.ts'
import { managedGroups } from './managed-groups.ts'
import { receiveList } from './receive-list.ts'
import { urls } from './routes.ts'

const listed = answers(listImports)
export const loader = async (args: LoaderFunctionArgs) => {
  const found = await listed(args)
  const groups = found.groupId ? await managedGroups(args.context, found.organisation.id) : []
  return { ...found, groupName: groups.find(({ id }) => id === found.groupId)?.name }
}
const start = accepts({ startImport, allowDepartures }, { startImport: ({ importId }) => urls.import(importId) })
export const action = (args: ActionFunctionArgs) => {
  receiveList(args)
  return start(args)
}

type One = Awaited<ReturnType<typeof loader>>['imports'][number]
const { imports: said } = fr
const kindOf = ({ state }: One) => state === 'done' ? 'success' : state === 'unreadable' ? 'warning' : 'neutral'
const columns = {
  [said.columns.file]: (one: One) => <Link href={urls.import(one.id)}>{one.fileName || fr.import.unnamed}</Link>,
  [said.columns.state]: (one: One) => <Badge kind={kindOf(one)}>{fr.states[one.state]}</Badge>,
  [said.columns.rows]: (one: One) => one.rows.toLocaleString('fr-FR'),
  [said.columns.by]: (one: One) => one.startedBy ?? fr.nobody,
  [said.columns.at]: (one: One) => <Time at={one.createdAt} />,
}

export default function ImportsPage() {
  const { organisation, groupId, groupName, roles, imports, next, directory, can } = useAnswer<typeof loader>()
  const choices = Object.fromEntries(roles.map((role) => [role, fr.roles[role] ?? role]))
  return (
    <Page title={said.title(organisation.name)} lead={said.lead} breadcrumb={[{ label: said.crumb, href: urls.places() }]}>
      {can.startImport && (
        <Section title={said.start} lead={groupId ? said.forGroup(groupName) : undefined}>
          <CommandForm form={can.startImport} submit={said.send} encType="multipart/form-data" fixed={{ organisationId: organisation.id, groupId }}
            values={{ role: 'student', mode: 'add', groupKind: 'class' }} labels={{ sourceId: said.file }}>
            {(field) => <>
              <FileField {...field('sourceId')} type={undefined} label={said.file} hint={said.formats} accept=".csv,.txt,.json,.tsv,.xml,.zip" required />
              <SelectField {...field('role')} label={said.role} hint={said.roleHint} choices={choices} empty={false} required />
              {!groupId && <SelectField {...field('groupKind')} label={said.groupKind} choices={fr.groupKinds} empty={false} required />}
              <SelectField {...field('mode')} label={said.mode} hint={said.modeHint} choices={fr.modes} empty={false} required />
            </>}
          </CommandForm>
        </Section>
      )}
      {directory && (
        <Section title={said.directory}>
          <p>{said.directoryHas(directory.users, directory.groups)} {said.directoryChanged} <Time at={directory.changedAt} />.</p>
          {directory.allowedUntil && <p>{said.directoryAllowed} <Time at={directory.allowedUntil} />.</p>}
          {directory.isStopped && can.allowDepartures && (
            <Alert kind="warning" title={said.directoryStopped(directory.departures)}>
              <p>{said.directoryStoppedWhy}</p>
              <CommandForm form={can.allowDepartures} submit={said.directoryAllow} priority="secondary" inline fixed={{ organisationId: organisation.id }} />
            </Alert>
          )}
        </Section>
      )}
      <Section title={said.history}>
        <Table rows={imports} caption={said.historyTable} captionHidden rowKey={({ id }) => id} empty={said.empty} columns={columns} />
        {next && <p><Link href={urls.imports(organisation.id, { groupId: groupId ?? undefined, before: next })}>{said.next}</Link></p>}
      </Section>
    </Page>
  )
}
