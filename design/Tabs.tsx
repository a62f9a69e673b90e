import { Link } from '#design/Link.tsx'

/** Several faces of one thing, each with its own address: links that look like tabs. */
export function Tabs({ label, tabs }: { label: string, tabs: { label: string, href: string, current?: boolean,
  count?: number }[] }) {
  return (
    <nav className="sl-tabs" aria-label={label}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.href}>
            <Link href={tab.href} aria-current={tab.current ? 'page' : undefined}>
              {tab.label}{tab.count !== undefined && <span className="sl-tabs__count"> {tab.count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
