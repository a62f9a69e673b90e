import { useId, type ReactNode } from 'react'
import { useActionData } from 'react-router'
import type { FormRules, Refused } from '#kernel/page/form.ts'
import { Button, ButtonLink, type Priority } from '#design/Button.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { Dialog } from '#design/Dialog.tsx'
import { fr } from '#design/fr.ts'

interface ConfirmProps {
  form: FormRules
  /** Words of the button that opens, and of the one that does. */
  label: string
  confirm?: string
  title: string
  /** What will happen, with the name of what will go. */
  children: ReactNode
  fixed?: Record<string, string | number | string[] | null | undefined>
  refusals?: Record<string, string>
  priority?: Priority
  size?: 'sm' | 'md' | 'lg'
  icon?: `fr-icon-${string}`
}

/**
 * For what destroys: asks once more, in a dialog, or on the page at `href` where there is no script, which says so by `asked`. What was refused
 * is said on the page too, since a dialog that has closed would hide it.
 * @param back where giving up leads, on the page that asks; this page without its query unless told.
 */
export function ConfirmButton({ href, asked = false, back = '?', label, title, priority = 'tertiary', size, icon,
  ...rest }: ConfirmProps & { href: string, asked?: boolean, back?: string }) {
  const id = useId()
  const refused = useRefused(rest)
  if (asked || refused) return <ConfirmForm {...rest} label={label} title={title} back={back} />
  return (
    <>
      <ButtonLink href={href} priority={priority} size={size} icon={icon} dialog={id}>{label}</ButtonLink>
      <Dialog id={id} title={title}><ConfirmForm {...rest} label={label} title={title} close={id} /></Dialog>
    </>
  )
}

/** Whether this question, and not its neighbour of the same command, was answered and refused. */
function useRefused({ form, fixed = {} }: Pick<ConfirmProps, 'form' | 'fixed'>): boolean {
  const data = useActionData() as Refused | undefined
  return data?.refused === true && data.command === form.command
    && Object.entries(fixed).every(([name, value]) => data.typed[name] === undefined || [value].flat().map(String).join('\n') === data.typed[name].join('\n'))
}

/** The question itself: in the dialog, and as the whole content of the page that replaces it without JavaScript. */
export function ConfirmForm({ form, label, confirm = label, children, fixed, refusals, back, close }:
  Omit<ConfirmProps, 'priority' | 'size' | 'icon'> & { back?: string, close?: string }) {
  const giveUp = back ? <ButtonLink href={back} priority="tertiary">{fr.cancel}</ButtonLink>
    : close && <Button priority="tertiary" data-close="">{fr.cancel}</Button>
  return (
    <CommandForm form={form} submit={confirm} priority="danger" fixed={fixed} refusals={refusals} beside={giveUp}>
      {() => <div className="sl-confirm__what">{children}</div>}
    </CommandForm>
  )
}
