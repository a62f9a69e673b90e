import { CommandForm } from '#design/CommandForm.tsx'
import { Page } from '#design/Page.tsx'
import { Section } from '#design/Section.tsx'
import { EmptyState } from '#design/EmptyState.tsx'
import { VisuallyHidden } from '#design/VisuallyHidden.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { acceptProposal } from '../operations/accept-proposal.ts'
import { listMyProposals } from '../operations/list-my-proposals.ts'
import { refuseProposal } from '../operations/refuse-proposal.ts'
import { fr } from './fr.ts'

export const loader = answers(listMyProposals)
export const action = accepts({ acceptProposal, refuseProposal })

export default function ProposalsPage() {
  const { proposals, can } = useAnswer<typeof loader>()
  const { proposals: said } = fr
  return (
    <Page title={said.title} lead={said.lead} width="text">
      {proposals.length === 0 && <EmptyState title={said.empty} />}
      {proposals.map(({ id, organisation, role, groups }) => (
        <Section key={id} title={organisation} lead={said.as(fr.roles[role] ?? role, groups)}>
          {can.acceptProposal && <CommandForm form={can.acceptProposal} inline fixed={{ proposalId: id }}
            submit={<>{said.accept}<VisuallyHidden> {organisation}</VisuallyHidden></>} />}
          {can.refuseProposal && <CommandForm form={can.refuseProposal} inline priority="tertiary" fixed={{ proposalId: id }}
            submit={<>{said.refuse}<VisuallyHidden> {organisation}</VisuallyHidden></>} />}
        </Section>
      ))}
    </Page>
  )
}
