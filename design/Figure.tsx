import type { ReactNode } from 'react'

/** A picture with its sizes, so that the page does not jump, and the browser takes the smallest that is enough. */
export interface Picture {
  src: string
  /** Empty for a picture that says nothing more than the words beside it. */
  alt: string
  width: number
  height: number
  /** `address 400w, address 800w`. */
  srcSet?: string
  sizes?: string
}

/** A picture of a page's content, with its caption. The first one that is seen should be `eager`. */
export function Figure({ caption, eager, ...picture }: Picture & { caption?: ReactNode, eager?: boolean }) {
  return <figure className="sl-figure"><Img {...picture} eager={eager} />{caption && <figcaption>{caption}</figcaption>}</figure>
}

/** The picture alone. */
export function Img({ eager, alt, ...picture }: Picture & { eager?: boolean }) {
  return <img className="fr-responsive-img" alt={alt} {...picture} loading={eager ? undefined : 'lazy'}
    fetchPriority={eager ? 'high' : undefined} decoding="async" />
}
