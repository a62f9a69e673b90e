import { Badge } from '#design/Badge.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { Link } from '#design/Link.tsx'
import { Section } from '#design/Section.tsx'
import { TextArea } from '#design/TextArea.tsx'
import { Time } from '#design/Time.tsx'
import { VisuallyHidden } from '#design/VisuallyHidden.tsx'
import type { Output } from '#kernel/operation/operation.ts'
import type { FormRules } from '#kernel/page/form.ts'
import type { showConversation } from '../operations/show-conversation.ts'
import { Attachments } from './Attachments.tsx'
import { fr as pages } from './fr.ts'
import { fr } from './held.fr.ts'
import { fr as signals } from './signals.fr.ts'
import { urls } from './routes.ts'

interface Given extends Pick<Output<typeof showConversation>, 'held' | 'now' | 'timeZone'> {
  can: Record<'takeBackMessage' | 'sendHeldMessage' | 'discardHeldMessage', FormRules | false>
}
type One = Given['held'][number]
/** Characters by which a reader's ear tells one from another. */
const BEGINNING = 40
const small = { size: 'sm', inline: true } as const

/** What one has written and that has not left: what waits, then what was given back. @param linked each says where it goes. */
export function Held({ linked, ...given }: Given & { linked?: boolean }) {
  const [waiting, returned] = [given.held.filter((one) => !one.isReturned), given.held.filter((one) => one.isReturned)]
  return (
    <>
      {waiting.length > 0 && <Several title={fr.title} held={waiting} given={given} linked={linked} />}
      {returned.length > 0 && <Several title={fr.titleReturned} held={returned} given={given} linked={linked} />}
    </>
  )
}

function Several({ title, held, given, linked }: { title: string, held: One[], given: Given, linked: boolean | undefined }) {
  return (
    <Section title={title}>
      <ul className="sl-people">
        {held.map((one) => (
          <li key={one.id} className="sl-opinion" id={`message-${one.id}`}>
            <Badge kind={one.isReturned ? 'warning' : 'info'}>{one.isReturned ? pages.list.draft : fr.title}</Badge>
            <p><strong>{pages.list.you}</strong>{' · '}<Time at={one.at} now={given.now} timeZone={given.timeZone} /></p>
            {linked && <Where one={one} />}
            <Attachments files={one.files} />
            {one.isReturned ? <Returned one={one} given={given} /> : <Waiting one={one} given={given} />}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Where({ one: { conversationId, to } }: { one: One }) {
  if (conversationId) return <p><Link href={urls.conversation(conversationId)}>{fr.seeConversation}</Link></p>
  return <p className="fr-hint-text">{fr.to(pages.named(to, 0))}</p>
}

const About = ({ body }: One) => <VisuallyHidden>{' '}{fr.of(body.slice(0, BEGINNING))}</VisuallyHidden>

function Waiting({ one, given: { can } }: { one: One, given: Given }) {
  return (
    <>
      <p className="sl-opinion__words">{one.body}</p>
      <p className="fr-hint-text">{fr.waits[one.heldFor]}</p>
      {can.takeBackMessage && (
        <CommandForm form={can.takeBackMessage} {...small} priority="tertiary" fixed={{ heldId: one.id }}
          submit={<>{fr.takeBack}<About {...one} /></>} />
      )}
    </>
  )
}

const sentences: Record<string, string> = { ...pages.refusals, ...fr.refusals, ...signals.refusals }

function Returned({ one, given: { can } }: { one: One, given: Given }) {
  const sentence = one.refusal && sentences[one.refusal]
  return (
    <>
      <p className="fr-hint-text">{sentence ? fr.why(sentence) : fr.returned}</p>
      {can.sendHeldMessage && (
        <CommandForm form={can.sendHeldMessage} size="sm" priority="secondary" fixed={{ heldId: one.id }} values={{ body: one.body }}
          labels={{ body: fr.body }} submit={<>{fr.send}<About {...one} /></>}>
          {(field) => <TextArea {...field('body')} label={fr.body} rows={3} />}
        </CommandForm>
      )}
      {can.discardHeldMessage && (
        <CommandForm form={can.discardHeldMessage} {...small} priority="quiet" fixed={{ heldId: one.id }}
          submit={<>{fr.discard}<About {...one} /></>} />
      )}
    </>
  )
}
