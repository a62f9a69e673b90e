import type { ElementType, ReactNode } from 'react'

/** In the place of design/Kept.tsx: Next.js keeps nothing, and takes no context in a component of the server. */
export function Kept({ as: Own, by: _, children, ...rest }: { as: ElementType, by: string, children: () => ReactNode }) {
  return <Own {...rest}>{children()}</Own>
}
