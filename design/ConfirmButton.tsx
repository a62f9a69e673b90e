import { useId, type ReactNode } from 'react'
import type { FormRules } from '#kernel/page/form.ts'
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

/** For what destroys: asks once more, in a dialog, or on the page at `href` where there is no script. */
export function ConfirmButton({ href, label, title, priority = 'tertiary', size, icon,
  ...rest }: ConfirmProps & { href: string }) {
  const id = useId()
  return (
    <>
      <ButtonLink href={href} priority={priority} size={size} icon={icon} dialog={id}>{label}</ButtonLink>
      <Dialog id={id} title={title}><ConfirmForm {...rest} label={label} title={title} close={id} /></Dialog>
    </>
  )
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
