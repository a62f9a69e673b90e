import type { ReactNode } from 'react'
import type { LoaderFunctionArgs } from 'react-router'
import { ButtonGroup } from '#design/Button.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { EmptyState } from '#design/EmptyState.tsx'
import { Facts } from '#design/Facts.tsx'
import { Page } from '#design/Page.tsx'
import { Section } from '#design/Section.tsx'
import { Table } from '#design/Table.tsx'
import { Time } from '#design/Time.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers, type Answered } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { acceptImpersonation } from '../impersonation/accept-impersonation.ts'
import { endImpersonation } from '../impersonation/end-impersonation.ts'
import { listMyImpersonations } from '../impersonation/list-my-impersonations.ts'
import { refuseImpersonation } from '../impersonation/refuse-impersonation.ts'
import { fr } from './acting-fr.ts'
import { fr as account } from './fr.ts'
import { urls } from './routes.ts'

export const loader = async (args: LoaderFunctionArgs) => ({ ...await answers(listMyImpersonations)(args), now: new Date().toISOString() })
export const action = accepts({ acceptImpersonation, refuseImpersonation, endImpersonation })

type Mine = Answered<typeof listMyImpersonations>
type Request = Mine['impersonations'][number]

const columnsAt = (now: string): Record<string, (one: Request) => ReactNode> => ({
  [fr.columns.who]: (one) => one.by ?? fr.someone,
  [fr.columns.reason]: (one) => one.reason,
  [fr.columns.asked]: (one) => <Time at={one.askedAt} now={now} />,
  [fr.columns.state]: (one) => fr.states[one.state],
})

/** Who asked to act in one's place: what waits for an answer, what goes on, what is past. */
export default function ActingPage() {
  const { impersonations, can, now } = useAnswer<typeof loader>()
  const alive = impersonations.filter(({ state }) => state === 'asked' || state === 'accepted')
  const past = impersonations.filter((one) => !alive.includes(one))
  return (
    <Page title={fr.title} lead={fr.lead} width="text" breadcrumb={[{ label: account.account.title, href: urls.account() }]}>
      {impersonations.length === 0 && <EmptyState title={fr.none} />}
      {alive.map((one) => <Alive key={one.id} one={one} can={can} now={now} />)}
      {past.length > 0 && (
        <Section title={fr.past}>
          <Table rows={past} rowKey={({ id }) => id} caption={fr.table(fr.past)} captionHidden empty="" columns={columnsAt(now)} />
        </Section>
      )}
    </Page>
  )
}

function Alive({ one, can, now }: { one: Request, can: Mine['can'], now: string }) {
  const name = one.by ?? fr.someone
  const fixed = { impersonationId: one.id }
  const isAsked = one.state === 'asked'
  return (
    <Section title={isAsked ? fr.asks(name) : fr.acts(name)}>
      <Facts facts={[
        { label: fr.reason, value: one.reason }, { label: fr.asked, value: <Time at={one.askedAt} now={now} /> },
        !isAsked && { label: fr.until, value: <Time at={one.expiresAt} /> },
      ]} />
      {isAsked && <p>{fr.what}</p>}
      <ButtonGroup>
        {isAsked && can.refuseImpersonation && <CommandForm form={can.refuseImpersonation} submit={fr.refuse} fixed={fixed} inline />}
        {isAsked && can.acceptImpersonation && (
          <CommandForm form={can.acceptImpersonation} submit={fr.accept} fixed={fixed} priority="secondary" inline />
        )}
        {!isAsked && can.endImpersonation && <CommandForm form={can.endImpersonation} submit={fr.end} fixed={fixed} inline />}
      </ButtonGroup>
    </Section>
  )
}
