import { redirect, type LoaderFunctionArgs } from 'react-router'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { pathOr } from '#modules/identity/api.ts'
import { showAskedTerms } from '../operations/show-asked-terms.ts'
import { AskTermsPage } from './AskTermsPage.tsx'

const asked = answers(showAskedTerms)
export const loader = async (args: LoaderFunctionArgs) => {
  const here = pathOr(args.url.searchParams.get('suite'))
  const answer = await asked(args)
  if (!answer.asked) throw redirect(here, 303)
  return { ...answer.asked, here }
}

/** Where the terms are asked for by themselves: what the notice above public pages leads to. */
export default function AskedPage() {
  return <AskTermsPage {...useAnswer<typeof loader>()} />
}
