import { Fragment } from 'react'
import { Time } from '#design/Time.tsx'
import { fr } from './conversing.fr.ts'
import { Message } from './Message.tsx'

type Answer = Parameters<typeof Message>[0]['answer']
interface Given { messages: Parameters<typeof Message>[0]['message'][]; happenings: Happening[] }
interface Happening {
  id: string, afterSeq: number, kind: string, at: string, title: string | null
  by: string | null, isMine: boolean, who: string | null, isMe: boolean
}

/** Messages, the last below, and between them who came, who left, how the group was renamed. */
export function Lines({ messages, happenings, answer }: Given & { answer: Answer }) {
  const first = messages[0]?.seq ?? Infinity
  const shown = (some: readonly Happening[]) => some.map((one) => (
    <li key={one.id} className="sl-happening">
      {fr.group.happened(one.kind, one)}{' · '}<Time at={one.at} now={answer.now} timeZone={answer.timeZone} />
    </li>
  ))
  return (
    <ul className="sl-people">
      {shown(happenings.filter(({ afterSeq }) => afterSeq < first))}
      {messages.map((message, index) => (
        <Fragment key={message.id}>
          <Message message={message} answer={answer} />
          {shown(happenings.filter(({ afterSeq }) => afterSeq >= message.seq && afterSeq < (messages[index + 1]?.seq ?? Infinity)))}
        </Fragment>
      ))}
    </ul>
  )
}
