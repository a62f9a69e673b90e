import { Link } from '#design/Link.tsx'
import { Notice } from '#design/Notice.tsx'
import { fr } from './fr.ts'
import { urls } from './routes.ts'

export { AskTermsPage } from './AskTermsPage.tsx'

/** Above the pages that anybody reads, for somebody who has to accept the terms. @param here the page, to which they come back. */
export function TermsNotice({ isNew, here }: { isNew: boolean, here: string }) {
  const title = isNew ? fr.asked.notice : fr.asked.noticeFirst
  return <Notice kind="warning" title={title}><Link href={urls.asked(here)}>{fr.asked.noticeLink}</Link></Notice>
}
