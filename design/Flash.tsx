import type { ReactNode } from 'react'
import { Icon } from '#design/Icon.tsx'

const kinds = { success: 'sl-flash sl-flash--success', info: 'sl-flash sl-flash--info', error: 'sl-flash sl-flash--error' }
const icons = { success: 'fr-icon-checkbox-circle-fill', info: 'fr-icon-information-fill', error: 'fr-icon-error-fill' } as const

/** What just happened, shown at the top of the page that follows a success. It stays until the next page, script or not. */
export function Flash({ kind = 'success', children }: { kind?: keyof typeof kinds, children: ReactNode }) {
  const role = kind === 'error' ? 'alert' : 'status'
  return <div className={kinds[kind]} role={role}><Icon name={icons[kind]} /> <div>{children}</div></div>
}

/**
 * Where a hydrated page says what just happened without leaving: keep it mounted, and change its message. Readers hear it, the
 * eye sees it in the corner; give `message` undefined to put it away.
 */
export function Toast({ kind = 'success', message, onClose, close }:
  { kind?: keyof typeof kinds, message?: ReactNode, onClose?: () => void, close?: string }) {
  return (
    <div className="sl-toast" role="status" aria-live="polite">
      {message && (
        <div className={kinds[kind]}>
          <Icon name={icons[kind]} /> <div>{message}</div>
          {onClose && <button type="button" className="fr-btn fr-btn--sm fr-btn--tertiary-no-outline" onClick={onClose}>
            {close ?? '×'}</button>}
        </div>
      )}
    </div>
  )
}
