import { redirect, type LoaderFunctionArgs } from 'react-router'
import { CardList } from '#design/Card.tsx'
import { Page } from '#design/Page.tsx'
import { Section } from '#design/Section.tsx'
import { Tile } from '#design/Tile.tsx'
import { pageCall } from '#kernel/page/call.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { backOfficeCall } from '../call.ts'
import { fr } from '../fr.ts'

/** What needs attention, as the modules say it, then all that one can do. */
export const loader = async ({ context }: LoaderFunctionArgs) => {
  const { engine, call, signInUrl } = context.get(pageCall)
  if (!call.actor.id) throw redirect(signInUrl('/'), 303)
  const { attention, navigation } = context.get(backOfficeCall)
  const counted = await Promise.all(attention.map(async ({ query, says, href }) => {
    const { output } = await engine.run(query, {}, call)
    return { count: output.count, sentence: says(output.count), href }
  }))
  const groups = navigation.filter((item) => !('href' in item && item.href === '/'))
    .map((item) => 'items' in item ? { title: item.label, entries: item.items } : { title: undefined, entries: [item] })
  return { name: call.actor.name, waiting: counted.filter(({ count }) => count > 0), groups }
}

export default function HomePage() {
  const { name, waiting, groups } = useAnswer<typeof loader>()
  const words = fr.homePage
  return (
    <Page title={words.title(name)} documentTitle={words.documentTitle}>
      <Section title={words.attention}>
        {waiting.length === 0 ? <p>{words.nothing}</p>
          : <CardList>{waiting.map(({ sentence, href }) => <Tile key={href} title={sentence} href={href} />)}</CardList>}
      </Section>
      <Section title={words.everything}>
        <CardList>
          {groups.flatMap(({ title, entries }) => entries.map(({ label, href }) => (
            <Tile key={href} title={label} href={href} description={title === label ? undefined : title} />
          )))}
        </CardList>
      </Section>
    </Page>
  )
}
