import { Alert } from '#design/Alert.tsx'
import { Button } from '#design/Button.tsx'
import { Link } from '#design/Link.tsx'
import { Page } from '#design/Page.tsx'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { showUnsubscription } from '../operations/show-unsubscription.ts'
import { fr } from './fr.ts'
import { urls } from './routes.ts'

export const loader = answers(showUnsubscription)

const words = fr.unsubscribe

/** Where the link of a mail leads: looking changes nothing, since programs look too; one button does, without signing in. */
export default function UnsubscribePage() {
  const { isDigest, labels, isDone, token } = useAnswer<typeof loader>()
  const list = <ul>{labels.map((label) => <li key={label}>{label}</li>)}</ul>
  return (
    <Page title={words.title} width="text">
      {isDone ? <Alert kind="success" title={words.doneTitle} level={2}>{isDigest ? words.doneDigest : words.doneKinds}</Alert> : <p>{isDigest ? words.digest : words.kinds}</p>}
      {!isDigest && list}
      {!isDone && <form method="post" action={urls.unsubscription(token)}><Button type="submit">{words.confirm}</Button></form>}
      <p><Link href={urls.preferences()}>{words.choose}</Link></p>
    </Page>
  )
}
