import type { ReactNode } from 'react'
import { CommandForm } from '#design/CommandForm.tsx'
import { Table } from '#design/Table.tsx'
import { Time } from '#design/Time.tsx'
import type { Answered } from '#kernel/page/answers.ts'
import type { listMySessions } from '../operations/list-my-sessions.ts'
import { fr } from './fr.ts'

type Devices = Answered<typeof listMySessions>
type Session = Devices['sessions'][number]

const words = fr.account
const nameOf = ({ browser, isThisOne }: Session) => {
  const name = words.browsers[browser ?? ''] ?? words.unknownBrowser
  return isThisOne ? `${name} (${words.thisOne})` : name
}

type Columns = Record<string, (session: Session) => ReactNode>

const columns = (endSession: Devices['can']['endSession'] | undefined, now: string, timeZone: string): Columns => ({
  [words.columns.device]: nameOf,
  [words.columns.since]: (session) => <Time at={session.signedInAt} now={now} timeZone={timeZone} />,
  [words.columns.seen]: (session) => <Time at={session.lastSeenAt} now={now} timeZone={timeZone} />,
  [words.columns.action]: (session) => endSession && !session.isThisOne && (
    <CommandForm form={endSession} submit={words.end} fixed={{ sessionId: session.id }} priority="tertiary" size="sm" inline />
  ),
})

/** Where one is signed in, with a way to close each. */
export function Sessions({ sessions, can, now, timeZone }: Devices & { now: string, timeZone: string }) {
  const { endSession, signOutEverywhere } = can
  return (
    <>
      <Table rows={sessions} rowKey={(session) => session.id} caption={words.sessionsTable} captionHidden empty={words.unknownBrowser}
        columns={columns(endSession, now, timeZone)} />
      {sessions.length > 1 && signOutEverywhere && (
        <>
          <p>{words.everywhereLead}</p>
          <CommandForm form={signOutEverywhere} submit={words.everywhere} priority="tertiary" inline />
        </>
      )}
    </>
  )
}
