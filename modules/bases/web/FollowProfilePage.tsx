import { accepts } from '#kernel/page/accepts.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { followPerson } from '../operations/follow-person.ts'
import { showProfile } from '../operations/show-profile.ts'
import { answersTo } from './answers-to.ts'
import { FollowAsk } from './FollowAsk.tsx'
import { FollowForm } from './FollowForm.tsx'
import { fr } from './follow.fr.ts'
import { urls } from './routes.ts'

export const loader = answersTo(showProfile, 'followPerson')
export const action = accepts({ followPerson }, { followPerson: () => urls.myFeed() })

export default function FollowProfilePage() {
  const { id, name, followed, can } = useAnswer<typeof loader>()
  return <FollowAsk name={name ?? fr.profile.unnamed} href={urls.profile(id)} followed={followed}
    form={!followed && <FollowForm follow={can.followPerson} fixed={{ personId: id }} />} />
}
