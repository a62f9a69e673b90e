import type { ReactNode } from 'react'
import { classes } from '#design/classes.ts'
import { Icon } from '#design/Icon.tsx'
import { Link } from '#design/Link.tsx'

/** What stands in place of the icon: a base's logo, somebody's portrait. The title beside it says who. */
interface TilePicture { src: string, round?: boolean }

/** A way in: an icon, a title that is the link, one sentence. For the home page and for lists of things to do. */
export function Tile({ title, href, icon, picture, description, detail, level = 3 }: {
  title: string, href: string, icon?: `fr-icon-${string}`, picture?: TilePicture, description?: ReactNode, detail?: ReactNode, level?: 2 | 3 | 4
}) {
  const Heading = `h${level}` as const
  return (
    <div className="fr-enlarge-link sl-tile">
      {picture ? <img className={classes('sl-tile__picture', picture.round && 'sl-tile__picture--round')} src={picture.src}
        width={48} height={48} alt="" loading="lazy" />
        : icon && <span className="sl-tile__icon"><Icon name={icon} /></span>}
      <Heading className="sl-tile__title"><Link href={href}>{title}</Link></Heading>
      {description && <p className="sl-tile__desc">{description}</p>}
      {detail && <div className="sl-tile__detail">{detail}</div>}
    </div>
  )
}
