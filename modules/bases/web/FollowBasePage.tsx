import { accepts } from '#kernel/page/accepts.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { followBase } from '../operations/follow-base.ts'
import { showBase } from '../operations/show-base.ts'
import { answersTo } from './answers-to.ts'
import { FollowAsk } from './FollowAsk.tsx'
import { FollowForm } from './FollowForm.tsx'
import { urls } from './routes.ts'

export const loader = answersTo(showBase, 'followBase', { moved: (base) => 'movedTo' in base ? urls.followBase(base.movedTo) : undefined })
export const action = accepts({ followBase }, { followBase: () => urls.myFeed() })

export default function FollowBasePage() {
  const { title, slug, baseId, followed, can } = useAnswer<typeof loader>()
  return <FollowAsk name={title} href={urls.base(slug)} followed={followed}
    form={!followed && <FollowForm follow={can.followBase} fixed={{ baseId }} />} />
}
