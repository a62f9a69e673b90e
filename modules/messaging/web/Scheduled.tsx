import { useSearchParams } from 'react-router'
import { ButtonLink } from '#design/Button.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { ConfirmButton } from '#design/ConfirmButton.tsx'
import { Section } from '#design/Section.tsx'
import { TextArea } from '#design/TextArea.tsx'
import { TextField } from '#design/TextField.tsx'
import { Time } from '#design/Time.tsx'
import { VisuallyHidden } from '#design/VisuallyHidden.tsx'
import type { Output } from '#kernel/operation/operation.ts'
import type { FormRules } from '#kernel/page/form.ts'
import type { showConversation } from '../operations/show-conversation.ts'
import { fr } from './conversing.fr.ts'
import { urls } from './routes.ts'

interface Given extends Pick<Output<typeof showConversation>, 'id' | 'scheduled' | 'timeZone'> {
  can: Record<'changeScheduledMessage' | 'cancelScheduledMessage', FormRules | false>
}
type Part = { one: Given['scheduled'][number], given: Given }
const words = fr.later
/** Characters by which one knows a message again. */
const BEGINNING = 40

/** What one wrote for later in this conversation: when it leaves, and how one changes that. */
export function Scheduled(given: Given) {
  const [search] = useSearchParams()
  if (given.scheduled.length === 0) return null
  return (
    <Section title={words.title} lead={words.lead}>
      <ul className="sl-people">
        {given.scheduled.map((one) => (
          <li key={one.id} className="sl-opinion" id={`programme-${one.id}`}>
            <p><strong>{words.leaves}</strong> <Time at={one.dueAt} timeZone={given.timeZone} /></p>
            {search.get('programme') === one.id ? <Changing one={one} given={given} />
              : <Waiting one={one} given={given} asked={search.get('annuler') === one.id} />}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Waiting({ one, given: { id, can }, asked }: Part & { asked: boolean }) {
  const about = <VisuallyHidden> {words.of(one.body.slice(0, BEGINNING))}</VisuallyHidden>
  return (
    <>
      <p className="sl-opinion__words">{one.body}</p>
      <div className="sl-form__end">
        <ButtonLink href={`${urls.about(id, 'programme', one.id)}#programme-${one.id}`} priority="quiet"
          size="sm">{words.edit}{about}</ButtonLink>
        {can.cancelScheduledMessage && (
          <ConfirmButton form={can.cancelScheduledMessage} href={urls.about(id, 'annuler', one.id)} asked={asked}
            back={urls.conversation(id)}
            fixed={{ scheduledId: one.id }} label={words.cancel} title={words.cancelTitle} priority="quiet" size="sm">
            <p>{words.cancelWhat}</p>
          </ConfirmButton>
        )}
      </div>
    </>
  )
}

function Changing({ one, given: { id, timeZone, can } }: Part) {
  if (!can.changeScheduledMessage) return null
  return (
    <CommandForm form={can.changeScheduledMessage} size="sm" submit={words.save} fixed={{ scheduledId: one.id }}
      values={{ body: one.body, day: one.day, time: one.time }} labels={{ body: words.body, day: words.day, time: words.time }}
      beside={<ButtonLink href={urls.conversation(id)} priority="tertiary" size="sm">{words.giveUp}</ButtonLink>}>
      {(field) => (
        <>
          <TextArea {...field('body')} label={words.body} rows={4} />
          <TextField {...field('day')} label={words.day} hint={words.hint(timeZone)} />
          <TextField {...field('time')} required label={words.time} hint={words.timeHint} />
        </>
      )}
    </CommandForm>
  )
}
