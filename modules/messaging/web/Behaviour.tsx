import { useSearchParams } from 'react-router'
import { ButtonLink } from '#design/Button.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { ConfirmButton } from '#design/ConfirmButton.tsx'
import { Section } from '#design/Section.tsx'
import type { Output } from '#kernel/operation/operation.ts'
import type { FormRules } from '#kernel/page/form.ts'
import type { showConversation } from '../operations/show-conversation.ts'
import { fr as conversing } from './conversing.fr.ts'
import { fr } from './fr.ts'
import { urls } from './routes.ts'

type Command = 'archiveConversation' | 'leaveConversation' | 'blockPerson' | 'unblockPerson'
type Shown = Pick<Output<typeof showConversation>, 'id' | 'kind' | 'isArchived' | 'closed' | 'people'>
interface Given extends Shown { can: Record<Command, FormRules | false> }
const words = fr.conversation

/** What one does of a whole conversation: put it away, leave it, want no more of somebody. */
export function Behaviour({ id, kind, isArchived, closed, people, can }: Given) {
  const [search] = useSearchParams()
  const other = kind === 'pair' ? people.find(({ isMe }) => !isMe) : undefined
  const quiet = { priority: 'tertiary', size: 'sm' } as const
  return (
    <Section title={fr.behaviour}>
      <div className="sl-form__end">
        {can.archiveConversation && (
          <CommandForm form={can.archiveConversation} {...quiet} inline submit={isArchived ? words.unarchive : words.archive}
            fixed={{ conversationId: id, archived: isArchived ? 'false' : 'true' }} />
        )}
        {kind === 'group' && <ButtonLink href={urls.group(id)} {...quiet}>{conversing.group.manage}</ButtonLink>}
        {kind === 'group' && can.leaveConversation && (
          <ConfirmButton form={can.leaveConversation} {...quiet} href={urls.about(id, 'quitter', 'oui')} asked={search.has('quitter')}
            back={urls.conversation(id)} fixed={{ conversationId: id }} label={words.leave} title={words.leaveTitle}>
            <p>{words.leaveWhat}</p>
          </ConfirmButton>
        )}
        {other && closed !== 'messaging.blocked' && can.blockPerson && (
          <ConfirmButton form={can.blockPerson} {...quiet} href={urls.about(id, 'bloquer', other.id)} asked={search.has('bloquer')}
            back={urls.conversation(id)} fixed={{ personId: other.id }} label={words.block}
            title={words.blockTitle(other.name ?? fr.somebody)}>
            <p>{words.blockWhat}</p>
          </ConfirmButton>
        )}
        {other && closed === 'messaging.blocked' && can.unblockPerson && (
          <CommandForm form={can.unblockPerson} {...quiet} inline fixed={{ personId: other.id }} submit={words.unblock} />
        )}
      </div>
    </Section>
  )
}
