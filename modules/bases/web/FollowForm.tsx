import { ButtonLink } from '#design/Button.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { VisuallyHidden } from '#design/VisuallyHidden.tsx'
import type { FormRules } from '#kernel/page/form.ts'
import { fr } from './follow.fr.ts'

/**
 * One button, which follows or ceases to, whichever can be done. @param about whom, said to those who listen, in a list of such buttons.
 * @param visitor where who has not signed in goes to follow: to sign in, then there.
 */
export function FollowForm({ follow, unfollow, fixed, about, visitor }: {
  follow?: FormRules | false, unfollow?: FormRules | false, fixed: Record<string, string>, about?: string, visitor?: string
}) {
  const form = unfollow || follow
  if (!form) return visitor ? <ButtonLink href={visitor} priority="secondary" icon="fr-icon-add-line">{fr.follow}</ButtonLink> : null
  const size = about ? 'sm' : undefined
  return (
    <CommandForm inline form={form} fixed={fixed} priority="secondary" size={size} icon={unfollow ? 'fr-icon-check-line' : 'fr-icon-add-line'}
      submit={<>{unfollow ? fr.unfollow : fr.follow}{about && <VisuallyHidden> {about}</VisuallyHidden>}</>} />
  )
}
