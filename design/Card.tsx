import { Children, type ReactNode } from 'react'
import { classes } from '#design/classes.ts'
import { Img, type Picture } from '#design/Figure.tsx'
import { Link } from '#design/Link.tsx'

interface CardProps {
  title: string
  href: string
  /** Heading level, so that the page's outline has no hole. */
  level?: 2 | 3 | 4
  description?: ReactNode
  picture?: Picture
  /** Above the title: tags, a badge. */
  start?: ReactNode
  /** Small facts above the title: who, when. */
  detail?: ReactNode
  /** Below the description: counts, dates. */
  end?: ReactNode
  /** Buttons of the card itself, outside its link. */
  actions?: ReactNode
  horizontal?: boolean
  /** The picture is seen at once: load it first. */
  eager?: boolean
}

/** Something that has a page of its own. The title is the link, and the whole card leads where it does. */
export function Card(props: CardProps) {
  const { title, href, level = 3, description, picture, start, detail, end, actions, horizontal, eager } = props
  const Heading = `h${level}` as const
  return (
    <article className={classes('fr-card fr-enlarge-link sl-card', horizontal && 'fr-card--horizontal',
      horizontal && 'fr-card--horizontal-tier')}>
      <div className="fr-card__body">
        <div className="fr-card__content">
          <Heading className="fr-card__title"><Link href={href}>{title}</Link></Heading>
          {description && <p className="fr-card__desc">{description}</p>}
          {(start || detail) && <div className="fr-card__start">{start}
            {detail && <div className="fr-card__detail"><span>{detail}</span></div>}</div>}
          {end && <div className="fr-card__end"><div className="fr-card__detail"><span>{end}</span></div></div>}
        </div>
        {actions && <div className="fr-card__footer">{actions}</div>}
      </div>
      {picture && <div className="fr-card__header"><div className="fr-card__img"><Img {...picture} eager={eager} /></div></div>}
    </article>
  )
}

/** Cards in as many columns as fit, read as one list with its number of items. */
export function CardList({ children, label, rows }: { children: ReactNode, label?: string, rows?: boolean }) {
  return (
    <ul className={rows ? 'sl-cards sl-cards--rows' : 'sl-cards'} aria-label={label}>
      {Children.map(children, (child) => child && <li>{child}</li>)}
    </ul>
  )
}
