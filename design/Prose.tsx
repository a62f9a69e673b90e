/** Written text, already turned into safe HTML by the server: never give it what a person typed as it is. */
export function Prose({ html }: { html: string }) {
  // oxlint-disable-next-line react/no-danger -- the one place where HTML of people enters a page; the server made it
  return <div className="sl-prose" dangerouslySetInnerHTML={{ __html: html }} />
}
