import { Children, type ReactNode } from 'react'
import { ButtonLink } from '#design/Button.tsx'
import { fr } from '#design/fr.ts'
import { Link } from '#design/Link.tsx'
import franceConnect from './mark/franceconnect.svg'
import proConnect from './mark/proconnect.svg'

/** The State's two services: their logo, their name and the page that says what they are come with the button, and cannot be left out. */
const services = {
  franceconnect: { name: 'FranceConnect', logo: franceConnect, width: 40, about: 'https://franceconnect.gouv.fr/' },
  proconnect: { name: 'ProConnect', logo: proConnect, width: 54, about: 'https://www.proconnect.gouv.fr/' },
}

/** Signs in through another service. It is a link: a form would be stopped when it is redirected to another site. */
export function ProviderButton({ kind, label, href }: { kind: 'franceconnect' | 'proconnect' | 'establishment', label: string,
  href: string }) {
  if (kind === 'establishment') return <ButtonLink href={href} priority="secondary" size="lg">{label}</ButtonLink>
  const { name, logo, width, about } = services[kind]
  return (
    <div className="sl-connect-group">
      <a href={href} className="fr-btn sl-connect">
        <img src={logo} alt="" width={width} height={48} />
        <span>{fr.signInWith} <span className="sl-connect__brand">{name}</span></span>
      </a>
      <p><Link href={about} target="_blank">{fr.whatIs(name)}</Link></p>
    </div>
  )
}

/** Several ways to sign in, side by side where there is room. */
export function ProviderList({ children }: { children: ReactNode }) {
  return <ul className="sl-connect-list">{Children.map(children, (child) => <li>{child}</li>)}</ul>
}
