import { FileLink } from '#design/FileLink.tsx'
import { Link } from '#design/Link.tsx'
import { VisuallyHidden } from '#design/VisuallyHidden.tsx'
import { fileUrl, imageUrl } from '#modules/files/web/routes.ts'
import type { Shown } from '../attaching.ts'
import { fr } from './attachments.fr.ts'

/** In CSS pixels: small enough that words stay in sight. */
const WIDTH = 240

/** Files of a message: pictures small, each leading to itself, the others to be saved. */
export function Attachments({ files }: { files: readonly Shown[] }) {
  if (files.length === 0) return null
  return (
    <ul className="sl-people">
      {files.map((file) => <li key={file.id}>{file.width && file.height ? <Picture {...file} /> : (
        <FileLink href={fileUrl(file.fileId, file.name)} name={file.name} type={file.name.split('.').at(-1)} bytes={file.size} />
      )}</li>)}
    </ul>
  )
}

function Picture({ fileId, name, alt, width, height }: Shown) {
  const shown = Math.min(WIDTH, width!)
  return (
    <Link href={fileUrl(fileId, name)}>
      <img src={imageUrl(fileId, WIDTH * 2)} alt={alt || fr.picture(name)} width={shown} height={Math.round(height! * shown / width!)}
        loading="lazy" decoding="async" />
      <VisuallyHidden>{' '}{fr.see(name)}</VisuallyHidden>
    </Link>
  )
}
