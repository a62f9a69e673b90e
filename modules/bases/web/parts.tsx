import { Badge } from '#design/Badge.tsx'
import { Card } from '#design/Card.tsx'
import { Day } from '#design/Time.tsx'
import { imageUrl } from '#modules/files/web/routes.ts'
import type { ResourceCard as Resource } from '../cards.ts'
import { spaced } from '../typography.ts'
import { departmentNamed } from './departments.fr.ts'
import { fr as labels } from './fr.ts'
import { fr } from './reader.fr.ts'
import { urls } from './routes.ts'

/** Pictures of cards are cut to 16:9 by the stylesheet; two sizes are enough from a phone to a wide screen. */
const pictureOf = (fileId: string) => ({
  src: imageUrl(fileId, 640), srcSet: `${imageUrl(fileId, 320)} 320w, ${imageUrl(fileId, 640)} 640w`,
  sizes: '(min-width: 62em) 24rem, (min-width: 40em) 45vw, 92vw', width: 640, height: 360, alt: '',
})

/** A resource wherever there is a list of them: what it is, for what, by whom, since when. */
export function ResourceCard({ resource, level, eager, horizontal }:
  { resource: Resource, level?: 2 | 3 | 4, eager?: boolean, horizontal?: boolean }) {
  const { slug, title, excerpt, imageFileId, supportTypes, themes, base, authorName, lastPublishedAt, saves, isOpen } = resource
  const what = [supportTypes[0] && labels.supportTypes[supportTypes[0]], themes[0] && labels.themes[themes[0]]].filter(Boolean).join(' · ')
  const by = base?.title ?? authorName
  return (
    <Card title={spaced(title)} href={urls.resource(slug)} level={level} description={spaced(excerpt)} horizontal={horizontal} eager={eager}
      picture={imageFileId ? pictureOf(imageFileId) : undefined} start={isOpen ? undefined : <Badge>{fr.card.private}</Badge>} detail={what}
      end={<>{by && <>{by}{' · '}</>}<Day at={lastPublishedAt} />{saves > 0 && <>{' · '}{fr.card.saves(saves)}</>}</>} />
  )
}

interface Base {
  slug: string
  title: string
  excerpt: string
  logoFileId: string | null
  isPublic: boolean
  resourcesCount: number
  department: string | null
}

/** A base wherever there is a list of them. */
export function BaseCard({ base, level }: { base: Base, level?: 2 | 3 | 4 }) {
  const { slug, title, excerpt, logoFileId, isPublic, resourcesCount, department } = base
  return (
    <Card title={spaced(title)} href={urls.base(slug)} level={level} description={spaced(excerpt)}
      start={<>{logoFileId && <BaseLogo fileId={logoFileId} />}{!isPublic && <Badge>{fr.card.private}</Badge>}</>}
      end={<>{fr.card.resources(resourcesCount)}{department && <>{' · '}{departmentNamed(department)}</>}</>} />
  )
}

/** The logo says nothing that the base's name beside it does not. */
export function BaseLogo({ fileId, big }: { fileId: string, big?: boolean }) {
  return <img className={big ? 'sl-logo sl-logo--big' : 'sl-logo'} src={imageUrl(fileId, 160)}
    width={80} height={80} alt="" loading="lazy" />
}
