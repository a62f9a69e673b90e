import type { ReactNode } from 'react'
import { Badge } from '#design/Badge.tsx'
import { ButtonLink } from '#design/Button.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { PasskeyMaking } from '#design/PasskeyButton.tsx'
import { Table } from '#design/Table.tsx'
import { TextField } from '#design/TextField.tsx'
import { Time } from '#design/Time.tsx'
import type { Answered } from '#kernel/page/answers.ts'
import type { listMyIdentities } from '../operations/list-my-identities.ts'
import { urls } from './routes.ts'
import { fr } from './ways-fr.ts'

export type Ways = Answered<typeof listMyIdentities> & { now: string }
type Identity = Ways['identities'][number]
type Passkey = Ways['passkeys'][number]
type Columns<Row> = Record<string, (row: Row) => ReactNode>

const words = fr.identities
export const formRefusals: Record<string, string> = fr.refusals

const identityColumns = ({ isLast, can, now }: Ways): Columns<Identity> => ({
  [words.columns.provider]: ({ providerLabel }) => providerLabel,
  [words.columns.label]: ({ label }) => label ?? '',
  [words.columns.since]: ({ linkedAt }) => <Time at={linkedAt} now={now} />,
  [words.columns.used]: ({ lastUsedAt }) => lastUsedAt ? <Time at={lastUsedAt} now={now} /> : words.never,
  [words.columns.action]: ({ id, providerLabel }) => can.unlinkIdentity && (isLast ? words.last : (
    <ButtonLink href={`${urls.identities()}?delier=${id}`} priority="tertiary" size="sm">{words.unlink(providerLabel)}</ButtonLink>
  )),
})

const passkeyColumns = ({ isLast, can, now }: Ways): Columns<Passkey> => ({
  [words.passkeyColumns.name]: ({ name, isBackedUp }) => <>{name} {isBackedUp && <Badge>{words.backedUp}</Badge>}</>,
  [words.passkeyColumns.since]: ({ createdAt }) => <Time at={createdAt} now={now} />,
  [words.passkeyColumns.used]: ({ lastUsedAt }) => lastUsedAt ? <Time at={lastUsedAt} now={now} /> : words.never,
  [words.passkeyColumns.action]: ({ id, name }) => (
    <>
      {can.renamePasskey && (
        <details>
          <summary>{words.rename}</summary>
          <CommandForm form={can.renamePasskey} submit={words.rename} fixed={{ passkeyId: id }} values={{ name }} priority="tertiary"
            size="sm">
            {(field) => <TextField {...field('name')} label={words.name} />}
          </CommandForm>
        </details>
      )}
      {can.removePasskey && (isLast ? words.last
        : <ButtonLink href={`${urls.identities()}?retirer=${id}`} priority="tertiary" size="sm">{words.remove}</ButtonLink>)}
    </>
  ),
})

/** Identities of providers that open the account. */
export function Identities(ways: Ways) {
  return (
    <Table rows={ways.identities} rowKey={({ id }) => id} caption={words.linkedCaption} captionHidden empty={words.noIdentity}
      columns={identityColumns(ways)} />
  )
}

/** Devices that open the account, and the form that adds this one. */
export function Passkeys(ways: Ways) {
  const { passkeys, can } = ways
  return (
    <>
      <Table rows={passkeys} rowKey={({ id }) => id} caption={words.passkeysCaption} captionHidden empty={words.noPasskey}
        columns={passkeyColumns(ways)} />
      {can.registerPasskey && (
        <PasskeyMaking options={urls.newPasskeyOptions()} otherwise={words.noScript}>
          <CommandForm form={can.registerPasskey} submit={words.add} fixed={{ credential: '' }} priority="secondary" refusals={formRefusals}
            labels={{ name: words.name }}>
            {(field) => <TextField {...field('name')} label={words.name} hint={words.nameHint} />}
          </CommandForm>
        </PasskeyMaking>
      )}
    </>
  )
}
