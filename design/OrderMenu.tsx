import { fr } from '#design/fr.ts'
import { Link } from '#design/Link.tsx'

/** In which order a list is: links in a native disclosure, so that an order has its address and needs no script. */
export function OrderMenu({ orders }: { orders: { label: string, href: string, current: boolean }[] }) {
  const current = orders.find((order) => order.current)
  return (
    <details className="sl-drop sl-drop--right sl-order" data-drop="">
      <summary className="sl-quick__link">{fr.order} <span className="sl-order__current">{current?.label}</span></summary>
      <ul className="sl-drop__list">
        {orders.map(({ label, href, current: chosen }) => (
          <li key={href}><Link className="sl-quick__link" href={href} aria-current={chosen || undefined}>{label}</Link></li>
        ))}
      </ul>
    </details>
  )
}
