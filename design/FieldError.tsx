/** Why a field was refused, beside it. */
export function FieldError({ id, children }: { id: string, children?: string }) {
  return children ? <p className="fr-error-text" id={id}>{children}</p> : null
}
