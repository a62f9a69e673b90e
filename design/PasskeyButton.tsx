import type { ReactNode } from 'react'
import { Button } from '#design/Button.tsx'
import { Hidden } from '#design/Hidden.tsx'

/**
 * Signs in with a passkey. Hidden until a script finds that the browser knows them; the answer of the device leaves with the form.
 * @param options address that gives what the device signs. @param action where the form goes.
 */
export function PasskeyEntry({ options, action, fixed, children }:
  { options: string, action: string, fixed?: Record<string, string>, children: ReactNode }) {
  return (
    <form method="post" action={action} data-passkey="get" data-options={options} hidden>
      {Object.entries(fixed ?? {}).map(([name, value]) => <Hidden key={name} name={name} value={value} />)}
      <input type="hidden" name="credential" />
      <Button type="submit" priority="secondary" size="lg" icon="fr-icon-fingerprint-line">{children}</Button>
      <p role="status" className="fr-mt-1w" data-passkey-said="" />
    </form>
  )
}

/** Around a form that adds a passkey: its field `credential` is filled by the device when the form is sent. */
export function PasskeyMaking({ options, children, otherwise }: { options: string, children: ReactNode, otherwise: ReactNode }) {
  return (
    <>
      <div data-passkey="create" data-options={options} hidden>
        {children}
        <p role="status" className="fr-mt-1w" data-passkey-said="" />
      </div>
      <p data-passkey-otherwise="">{otherwise}</p>
    </>
  )
}
