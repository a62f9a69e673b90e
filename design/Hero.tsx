import { use, type ReactNode } from 'react'
import { SiteName } from '#design/Page.tsx'

/** The top of the home page: what the service is, and the one thing most people come for. Its waves are the wake of our mark. */
export function Hero({ title, documentTitle, lead, children }:
  { title: string, documentTitle: string, lead: ReactNode, children: ReactNode }) {
  const site = use(SiteName)
  return (
    <div className="sl-hero">
      <title>{site ? `${documentTitle} – ${site}` : documentTitle}</title>
      <Wake />
      <div className="fr-container">
        <div className="sl-hero__words">
          <h1 id="title" tabIndex={-1}>{title}</h1>
          <p className="sl-hero__lead">{lead}</p>
          {children}
        </div>
      </div>
    </div>
  )
}

/** Lines of water that open behind a small boat. */
function Wake() {
  return (
    <svg className="sl-hero__wake" viewBox="0 24 480 326" fill="none" strokeWidth="3" strokeLinecap="round"
      aria-hidden="true" focusable="false">
      <path className="sl-mark__wake" d="M24 300C120 286 196 214 240 96C284 214 360 286 456 300" />
      <path className="sl-mark__wake" opacity=".75" d="M72 316C148 300 208 242 240 150C272 242 332 300 408 316" />
      <path className="sl-mark__wake" opacity=".5" d="M118 326C176 310 216 268 240 204C264 268 304 310 362 326" />
      <path className="sl-mark__wake" opacity=".3" d="M162 334C198 320 222 294 240 256C258 294 282 320 318 334" />
      <circle className="sl-mark__boat" cx="240" cy="52" r="14" />
    </svg>
  )
}
