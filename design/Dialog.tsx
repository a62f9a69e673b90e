import type { ReactNode } from 'react'
import { Button } from '#design/Button.tsx'
import { fr } from '#design/fr.ts'

/**
 * A native dialog. What opens it carries `data-dialog="id"`: on a link, the address is the page that asks the same without
 * JavaScript. Escape, the cross and the page behind close it; the focus comes back where it was.
 */
export function Dialog({ id, title, children, footer }: { id: string, title: string, children: ReactNode, footer?: ReactNode }) {
  return (
    <dialog className="sl-dialog" id={id} aria-labelledby={`${id}-title`}>
      <div className="sl-dialog__box">
        <form method="dialog" className="sl-dialog__close"><Button type="submit" priority="quiet" size="sm"
          icon="fr-icon-close-line">{fr.close}</Button></form>
        <h2 className="sl-dialog__title" id={`${id}-title`}>{title}</h2>
        {children}
        {footer && <div className="sl-dialog__footer">{footer}</div>}
      </div>
    </dialog>
  )
}
