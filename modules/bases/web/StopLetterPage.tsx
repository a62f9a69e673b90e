import { Alert } from '#design/Alert.tsx'
import { Button } from '#design/Button.tsx'
import { Link } from '#design/Link.tsx'
import { Page } from '#design/Page.tsx'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { showLetterStop } from '../operations/show-letter-stop.ts'
import { fr } from './letter.fr.ts'
import { urls } from './routes.ts'

export const loader = answers(showLetterStop)
const { stop: words } = fr

/** Where the link of a letter leads: looking changes nothing; one button stops them, without signing in. */
export default function StopLetterPage() {
  const { token, isDone } = useAnswer<typeof loader>()
  return (
    <Page title={words.title} width="text">
      {isDone ? <Alert kind="success" title={words.done} level={2}>{words.doneMore}</Alert> : (
        <>
          <p>{words.ask}</p>
          <form method="post" action={urls.stopLetter(token)}><Button type="submit">{words.confirm}</Button></form>
        </>
      )}
      <p className="fr-mt-3w"><Link href={urls.preferences()}>{words.preferences}</Link></p>
    </Page>
  )
}
