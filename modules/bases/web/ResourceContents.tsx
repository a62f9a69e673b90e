import { Figure } from '#design/Figure.tsx'
import { FileLink } from '#design/FileLink.tsx'
import { Prose } from '#design/Prose.tsx'
import { fileUrl, imageUrl, srcSet } from '#modules/files/web/routes.ts'
import type { ShownContent } from '../reading/shown-contents.ts'
import { spaced } from '../typography.ts'
import { LinkPreview } from './LinkPreview.tsx'
import { ResourceCard } from './parts.tsx'

type File = NonNullable<ShownContent['file']>

/** A picture as wide as the text, at the size that the screen needs. */
export const pictureOf = ({ id, width, height }: File, alt: string) => ({
  src: imageUrl(id, 1280), srcSet: width ? srcSet(id, width) : undefined, sizes: '(min-width: 46em) 44rem, 92vw',
  width: width ?? 1280, height: height ?? 720, alt,
})

const extensionOf = ({ name, mime }: File) => /\.(\w{1,5})$/.exec(name)?.[1] ?? mime.split('/')[1]

/** Where the table of contents leads. */
export const anchorOf = ({ id }: ShownContent) => `partie-${id}`

/** Address of ours through which a link or a file is opened, where that is counted. */
type Through = (contentId: string) => string

function Content({ content, level, through }: { content: ShownContent, level: 2 | 3, through?: Through }) {
  const { html, file, alt, linked } = content
  const title = content.title && spaced(content.title)
  const caption = content.caption && spaced(content.caption)
  const Heading = `h${level}` as const
  const heading = title && <Heading>{title}</Heading>
  const words = caption && <p className="sl-content__caption">{caption}</p>
  switch (content.type) {
    case 'section_title': return <h2 id={anchorOf(content)}>{title}</h2>
    case 'text': return <div className="sl-content">{heading}{html && <Prose html={html} />}</div>
    case 'image': return <div className="sl-content">{heading}{file && <Figure {...pictureOf(file, alt ?? '')} caption={caption} />}</div>
    case 'link': return <div className="sl-content"><LinkPreview content={content} through={through?.(content.id)} />{words}</div>
    case 'file': return (
      <div className="sl-content">{heading}{file && <FileLink href={through?.(content.id) ?? fileUrl(file.id, file.name)} name={file.name}
          type={extensionOf(file)} bytes={file.size} />}
        {words}</div>
    )
    case 'linked_resource': break
  }
  return linked && <div className="sl-content"><ResourceCard resource={linked} level={level} horizontal />{words}</div>
}

/** Headings stand one level below the part that they are in, so that the outline of the page has no hole. */
export function ResourceContents({ contents, through }: { contents: readonly ShownContent[], through?: Through }) {
  const firstPart = contents.findIndex(({ type }) => type === 'section_title')
  return contents.map((content, index) => <Content key={content.id} content={content} through={through}
    level={firstPart >= 0 && index > firstPart ? 3 : 2} />)
}
