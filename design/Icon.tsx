/** A decorative icon of the State design system: readers skip it, so the words beside it must say everything. */
export function Icon({ name, size = 'md' }: { name: `fr-icon-${string}`, size?: 'sm' | 'md' | 'lg' }) {
  return <span className={`${name} ${sizes[size]}`} aria-hidden="true" />
}

const sizes = { sm: 'fr-icon--sm', md: 'fr-icon--md', lg: 'fr-icon--lg' }
