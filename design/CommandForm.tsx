import { use, useEffect, useId, useRef, type ReactNode } from 'react'
import { Form, useActionData, useNavigation } from 'react-router'
import type { FormRules, Refused } from '#kernel/page/form.ts'
import { Button, type Priority } from '#design/Button.tsx'
import { classes } from '#design/classes.ts'
import { ErrorSummary, type Problem } from '#design/ErrorSummary.tsx'
import { concerns, fieldOf, type FieldProps, type Values } from '#design/field.ts'
import { fr } from '#design/fr.ts'
import { Hidden } from '#design/Hidden.tsx'
import { ProofContext } from '#design/proof.ts'

interface CommandFormProps<Field extends string> {
  /** What the page's answer says of the command: `answer.can.publishResource`. */
  form: FormRules<Field>
  /** Words of the button that sends. */
  submit: ReactNode
  priority?: Priority
  size?: 'sm' | 'md' | 'lg'
  icon?: `fr-icon-${string}`
  /** Values that the person does not choose: ids, the version that they saw. */
  fixed?: Record<string, string | number | string[] | null | undefined>
  /** What the fields hold at first. After a refusal, what was typed wins. */
  values?: Values
  /** Sentences for codes with which the command may refuse, where this page says them otherwise than the module does. */
  refusals?: Record<string, string>
  /** Names of fields, for the summary: "Titre : 100 caractères au plus…". */
  labels?: Partial<Record<Field, string>>
  /** The route whose action runs the command, when it is not this page's. */
  action?: string
  encType?: 'multipart/form-data'
  /** Beside the button that sends: a link to give up, another button. */
  beside?: ReactNode
  /** Fields and button on one line, for a form of a single field or of none. */
  inline?: boolean
  id?: string
  children?: (field: (name: Field) => FieldProps) => ReactNode
}

/**
 * A form that runs a command. Without JavaScript it is a plain form that posts to the page; with it nothing reloads. A refusal
 * comes back with its reasons and all that was typed.
 */
export function CommandForm<Field extends string>(props: CommandFormProps<Field>) {
  const { form, submit, priority, size, icon, action, encType, beside, inline } = props
  const { fixed = {}, values = {}, refusals = {}, labels = {} } = props
  const base = useId()
  const ids = (name: string) => `${base}-${name}`
  const { element, pending, refused } = useOutcome(form, fixed)
  const offered = use(ProofContext)
  const proof = refused?.code === 'proof-required' ? offered : undefined
  return (
    <Form method="post" ref={element} action={proof?.action ?? action} encType={proof?.action ? undefined : encType} reloadDocument={proof?.action !== undefined}
      id={props.id} preventScrollReset={refused !== undefined}
      className={classes('sl-form', inline && 'sl-form--inline')} data-once="" aria-busy={pending || undefined}>
      <input type="hidden" name="_command" value={form.command} />
      <input type="hidden" name="_key" value={form.key} />
      {Object.entries(fixed).map(([name, value]) => <Hidden key={name} name={name} value={value} />)}
      {refused && <RefusedSummary refused={refused} form={form} refusals={refusals} labels={labels} ids={ids} />}
      {props.children?.((name) => fieldOf(form, name, ids(name), values, refused))}
      {proof?.fields}
      <div className="sl-form__end">
        <Button type="submit" priority={priority} size={size} icon={icon} aria-disabled={pending || undefined}>{proof?.submit ?? submit}</Button>
        {beside}
        <span className="sl-form__pending" role="status">{pending && fr.sending}</span>
      </div>
    </Form>
  )
}

/** Whether this form (and not its neighbour of the same command) is being sent, or was refused. Emptied once it succeeded. */
function useOutcome(form: FormRules, fixed: CommandFormProps<string>['fixed'] & object) {
  const element = useRef<HTMLFormElement>(null)
  const data = useActionData() as Refused | undefined
  const navigation = useNavigation()
  const sent = navigation.formData
  const pending = sent?.get('_command') === form.command && sameValues(fixed, (name) => sent.getAll(name).map(String))
  const ours = data?.refused && data.command === form.command && sameValues(fixed, (name) => data.typed[name])
  const refused = ours ? data : undefined
  const wasPending = useRef(false)
  useEffect(() => {
    if (wasPending.current && !pending && !refused) element.current?.reset()
    wasPending.current = pending
  }, [pending, refused])
  return { element, pending, refused }
}

/** Whether what was sent carries our fixed values. A version may have moved meanwhile; what was not told cannot differ. */
const sameValues = (fixed: object, sent: (name: string) => string[] | undefined) =>
  Object.entries(fixed).every(([name, value]) => {
    const other = sent(name)
    const told = name !== 'version' && other?.length && value !== null && value !== undefined
    return !told || [value].flat().map(String).join('\n') === other.join('\n')
  })

function RefusedSummary({ refused, form, refusals, labels, ids }: {
  refused: Refused, form: FormRules, refusals: Record<string, string>, labels: Partial<Record<string, string>>,
    ids: (name: string) => string
}) {
  const problems = refused.issues.map((issue): Problem => {
    const name = Object.keys(form.fields).find((one) => concerns(issue, one)) ?? issue.field
    const text = fr.issue(issue, refused.typed[name] ?? [], form.fields[name]?.type)
    const label = labels[name]
    return {
      // A question asked again is a subject: its mark would stand before the colon.
      text: label ? `${label.replace(/\s\?$/, '')}\u00a0: ${text.charAt(0).toLowerCase()}${text.slice(1)}` : text,
      href: form.fields[name] && `#${ids(name)}`,
    }
  })
  const sentence = refusals[refused.code] ?? refused.sentence ?? fr.byStatus[refused.status] ?? fr.otherwise
  if (problems.length === 0) problems.push({ text: sentence })
  const title = refused.issues.length > 0 ? fr.summary(problems.length) : fr.refused
  return <ErrorSummary key={JSON.stringify(refused)} title={title} problems={problems} />
}
