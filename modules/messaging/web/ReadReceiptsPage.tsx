import { CommandForm } from '#design/CommandForm.tsx'
import { Page } from '#design/Page.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { chooseReadReceipts } from '../operations/choose-read-receipts.ts'
import { showReadReceipts } from '../operations/show-read-receipts.ts'
import { fr } from './conversing.fr.ts'
import { fr as pages } from './fr.ts'
import { urls } from './routes.ts'

export const loader = answers(showReadReceipts)
export const action = accepts({ chooseReadReceipts })

const words = fr.receipts

/** Whether others see what one has read; whoever refuses sees it of nobody. */
export default function ReadReceiptsPage() {
  const { shown, can } = useAnswer<typeof loader>()
  return (
    <Page title={words.title} lead={words.lead} width="text" breadcrumb={[{ label: pages.list.title, href: urls.list() }]}>
      <p>{shown ? words.isShown : words.isHidden}</p>
      {can.chooseReadReceipts && (
        <CommandForm form={can.chooseReadReceipts} fixed={{ shown: shown ? 'false' : 'true' }} submit={shown ? words.hide : words.show} />
      )}
    </Page>
  )
}
