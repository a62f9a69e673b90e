import { ButtonLink, Button, ButtonGroup } from '#design/Button.tsx'
import { Hidden } from '#design/Hidden.tsx'
import { Page } from '#design/Page.tsx'
import { Section } from '#design/Section.tsx'
import type { SessionEnded } from '../late-form.ts'
import { fr } from './ended-fr.ts'
import { urls } from './routes.ts'

/** What a person wrote, as opposed to what they chose or what the page added: it has words. */
const isWritten = ([name, value]: readonly [string, string]) => !name.startsWith('_') && /\p{L}/u.test(value) && /\s/.test(value)

/**
 * Instead of the page whose form came too late: what was typed stays here, in the browser, and goes to the same address once the person is
 * back. @param name who is signed in now, if anybody. @param signIn where one signs in, in another tab.
 */
export function SessionEndedPage({
  because, to, fields, leftOut, name = fr.someone, signIn = urls.signIn(urls.signedInAgain()),
}: SessionEnded & { name?: string, signIn?: string }) {
  const steps = fr.steps[because]
  const written = fields.filter(isWritten)
  return (
    <Page title={fr.titles[because]} lead={fr.leads[because](name)} width="text">
      <meta name="robots" content="noindex" />
      {steps.length > 0 && <ol>{steps.map((step) => <li key={step}>{step}</li>)}</ol>}
      {leftOut !== 'nothing' && <p>{fr.left[leftOut]}</p>}
      <form method="post" action={to} className="sl-form" data-once="">
        <Unseen fields={fields.filter((field) => !isWritten(field))} />
        <ButtonGroup>
          {because !== 'unsure' && <ButtonLink href={signIn} target="_blank">{fr.signIn}</ButtonLink>}
          <Button type="submit" priority={because === 'unsure' ? 'primary' : 'secondary'}>
            {because === 'unsure' ? fr.sendAs(name) : fr.send}
          </Button>
          {because === 'unsure' && <ButtonLink href="/" priority="tertiary">{fr.giveUp}</ButtonLink>}
        </ButtonGroup>
        {written.length > 0 && (
          <Section title={fr.typed}>
            {written.map(([key, value], at) => <Written key={`${key} ${value}`} name={key} value={value} at={at + 1} />)}
          </Section>
        )}
      </form>
    </Page>
  )
}

/** What was chosen, or added by the page: a name may come several times. */
function Unseen({ fields }: Pick<SessionEnded, 'fields'>) {
  return [...new Set(fields.map(([key]) => key))].map((key) =>
    <Hidden key={key} name={key} value={fields.filter(([other]) => other === key).map(([, value]) => value)} />)
}

function Written({ name, value, at }: { name: string, value: string, at: number }) {
  return (
    <div className="fr-input-group">
      <label className="fr-label" htmlFor={`written-${at}`}>{fr.text(at)}</label>
      <textarea className="fr-input" id={`written-${at}`} name={name} readOnly rows={Math.min(12, Math.ceil(value.length / 70) + 1)}
        defaultValue={value} />
    </div>
  )
}
