import { Link } from '#design/Link.tsx'
import { fr } from './fr.ts'
import { urls, type TraceFilters } from './routes.ts'

/** A person of the trace: their name when they have one, which leads to what else the trace says of them. */
export function Person({ id, name, by = 'person' }: { id: string, name: string | null, by?: keyof TraceFilters }) {
  return <Link href={urls.trace({ [by]: id })}>{name ?? fr.unnamed(id)}</Link>
}

interface Acted {
  person: { id: string, name: string | null } | null
  actingFor: { id: string, name: string | null } | null
  client: string | null
}

/** Who acted: a person, perhaps in another's place; a program; or nobody who had signed in. */
export function Who({ person, actingFor, client }: Acted) {
  if (!person) return <>{client === null ? fr.nobody : fr.program(client)}</>
  return (
    <>
      <Person {...person} />
      {actingFor && <> {fr.inPlaceOf(actingFor.name ?? fr.unnamed(actingFor.id))}</>}
    </>
  )
}
