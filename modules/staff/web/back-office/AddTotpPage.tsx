import { Button } from '#design/Button.tsx'
import { Page } from '#design/Page.tsx'
import { TextField } from '#design/TextField.tsx'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { offerTotp } from '../../operations/back-office/offer-totp.ts'
import { CodeField } from './CodeField.tsx'
import { fr } from './fr.ts'
import { Reason } from './Reason.tsx'
import { urls } from './routes.ts'

export const loader = answers(offerTotp)

const words = fr.totp

/** A secret to scan or to copy, then a code that shows that the application has it. */
export default function AddTotpPage() {
  const { secret, address, picture } = useAnswer<typeof loader>()
  return (
    <Page title={words.title} width="text">
      <Reason />
      <ol>
        <li>
          <p>{words.scan}</p>
          <svg className="bo-qr" role="img" aria-label={words.picture} viewBox={`-2 -2 ${picture.size + 4} ${picture.size + 4}`} shapeRendering="crispEdges">
            <path d={picture.path} fill="#000" />
          </svg>
          <p>{words.orType}<br /><code className="bo-secret">{secret}</code></p>
          <p><a className="fr-link" href={address}>{words.open}</a></p>
        </li>
        <li><p>{words.next}</p></li>
      </ol>
      <form method="post" action={urls.enrolTotp()} className="sl-form" data-once="">
        <CodeField name="code" label={words.code} />
        <TextField name="name" label={words.name} hint={words.nameHint} autoComplete="off" required={false} />
        <Button type="submit">{words.submit}</Button>
      </form>
    </Page>
  )
}
