import { Button, ButtonLink } from '#design/Button.tsx'
import { Grid } from '#design/Grid.tsx'
import { SelectField } from '#design/SelectField.tsx'
import { TextField } from '#design/TextField.tsx'
import { fr } from './fr.ts'
import { urls, type TraceFilters } from './routes.ts'

const words = fr.trace
const rare = ['actingFor', 'about', 'target', 'client', 'request'] as const

/** What the trace is searched by, in the address: a search can be kept and sent. */
export function Search({ filters }: { filters: TraceFilters }) {
  const field = (name: keyof TraceFilters) => ({ name, id: `trace-${name}`, defaultValue: filters[name] })
  const chosen = Object.values(filters).some(Boolean)
  return (
    <form method="get" action={urls.trace()} className="sl-form" role="search" aria-label={words.filters}>
      <Grid>
        <TextField {...field('person')} label={words.person} hint={words.personHint} spellCheck={false} />
        <TextField {...field('operation')} label={words.operation} hint={words.operationHint} spellCheck={false} />
        <SelectField {...field('outcome')} label={words.outcome} choices={fr.outcomes} empty={words.any} />
        <TextField {...field('from')} type="date" label={words.from} hint={words.day} />
        <TextField {...field('to')} type="date" label={words.to} hint={words.day} />
      </Grid>
      <details className="sl-details" open={rare.some((name) => filters[name]) || undefined}>
        <summary>{words.more}</summary>
        <Grid>
          <TextField {...field('actingFor')} label={words.actingFor} hint={words.personHint} spellCheck={false} />
          <TextField {...field('about')} label={words.about} hint={words.identifier} spellCheck={false} />
          <TextField {...field('target')} label={words.target} hint={words.identifier} spellCheck={false} />
          <TextField {...field('client')} label={words.client} spellCheck={false} />
          <TextField {...field('request')} label={words.request} spellCheck={false} />
        </Grid>
      </details>
      <div className="sl-form__end">
        <Button type="submit">{words.search}</Button>
        {chosen && <ButtonLink href={urls.trace()} priority="quiet">{words.clear}</ButtonLink>}
      </div>
    </form>
  )
}
