import { Alert } from '#design/Alert.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import type { Answered } from '#kernel/page/answers.ts'
import type { listAnnouncedAddresses } from '../reconciliation/list-announced-addresses.ts'
import { fr as words } from './fr.ts'
import { fr } from './reconciliation.fr.ts'

/** Addresses that an administration announced: each is proposed, and confirmed by its mail. */
export function Announced({ announced, can }: Answered<typeof listAnnouncedAddresses>) {
  return announced.map(({ reconciliationId, oldEmail, newEmail }) => (
    <Alert key={reconciliationId} kind="info" title={fr.mine.title} level={2}>
      <p>{fr.mine.what(oldEmail, newEmail)}</p>
      {can.proveAnnouncedAddress && (
        <CommandForm form={can.proveAnnouncedAddress} submit={fr.mine.submit} fixed={{ reconciliationId }} refusals={words.refusals} inline />
      )}
    </Alert>
  ))
}
