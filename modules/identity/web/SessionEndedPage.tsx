import { ButtonLink, Button, ButtonGroup } from '#design/Button.tsx'
import { Page } from '#design/Page.tsx'
import type { SessionEnded } from '../late-form.ts'
import { fr } from './ended-fr.ts'
import { UnseenFields, WrittenFields } from './KeptFields.tsx'
import { urls } from './routes.ts'

/**
 * Instead of the page whose form came too late: what was typed stays here, in the browser, and goes to the same address once the person is
 * back. @param name who is signed in now, if anybody. @param signIn where one signs in, in another tab.
 */
export function SessionEndedPage({
  because, to, fields, leftOut, name = fr.someone, signIn = urls.signIn(urls.signedInAgain()),
}: SessionEnded & { name?: string, signIn?: string }) {
  const steps = fr.steps[because]
  return (
    <Page title={fr.titles[because]} lead={fr.leads[because](name)} width="text">
      <meta name="robots" content="noindex" />
      {steps.length > 0 && <ol>{steps.map((step) => <li key={step}>{step}</li>)}</ol>}
      {leftOut !== 'nothing' && <p>{fr.left[leftOut]}</p>}
      <form method="post" action={to} className="sl-form" data-once="">
        <UnseenFields fields={fields} />
        <ButtonGroup>
          {because !== 'unsure' && <ButtonLink href={signIn} target="_blank">{fr.signIn}</ButtonLink>}
          <Button type="submit" priority={because === 'unsure' ? 'primary' : 'secondary'}>
            {because === 'unsure' ? fr.sendAs(name) : fr.send}
          </Button>
          {because === 'unsure' && <ButtonLink href="/" priority="tertiary">{fr.giveUp}</ButtonLink>}
        </ButtonGroup>
        <WrittenFields fields={fields} />
      </form>
    </Page>
  )
}
