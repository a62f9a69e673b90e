import { useActionData } from 'react-router'
import { ConfirmButton, ConfirmForm } from '#design/ConfirmButton.tsx'
import type { Refused } from '#kernel/page/form.ts'

type Question = Omit<Parameters<typeof ConfirmButton>[0], 'href' | 'fixed'> & { fixed: Record<string, string> }

/**
 * Asks once more before what destroys: in a dialog, or on the page where the address asks for it. What was refused is said on the page too,
 *
 * where a dialog that has closed would hide it.
 */
export function Asked({ asked, href, back, ...question }: Question & { asked: boolean, href: string, back: string }) {
  const data = useActionData() as Refused | undefined
  const { form, fixed, priority, size, icon, ...rest } = question
  const refused = data?.refused && data.command === form.command
    && Object.entries(fixed).every(([name, value]) => data.typed[name]?.[0] === value)
  return asked || refused ? <ConfirmForm {...rest} form={form} fixed={fixed} back={back} />
    : <ConfirmButton {...rest} form={form} fixed={fixed} priority={priority} size={size} icon={icon} href={href} />
}
