import { largest, widths } from '../limits.ts'

/** A router refuses longer parameters; the name is there for people, the server does not read it. */
const LONGEST = 200

const readable = (name: string): string => {
  let text = Array.from(name)
  while (encodeURIComponent(text.join('')).length > LONGEST) text = text.slice(0, -1)
  return encodeURIComponent(text.join(''))
}

/** Address of a file's bytes. @param name shown at the end of the address, for who reads or saves it. */
export const fileUrl = (id: string, name?: string): string => `/files/${id}${name ? `/${readable(name)}` : ''}`

/**
 * Address of a picture at least this wide, or of the whole picture when it is narrower.
 * @param width in CSS pixels × density, 2560 at most.
 */
export const imageUrl = (id: string, width: number): string => `/images/${id}/${Math.min(Math.max(Math.ceil(width), 1), largest)}`

/** Value of `srcset` of a picture. @param naturalWidth its own width in pixels, as `files.card` says. */
export const srcSet = (id: string, naturalWidth: number): string =>
  [...widths.filter((width) => width < naturalWidth), naturalWidth].map((width) => `${imageUrl(id, width)} ${width}w`).join(', ')
