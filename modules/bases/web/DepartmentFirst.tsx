import { useId } from 'react'
import { Hidden } from '#design/Hidden.tsx'
import { Link } from '#design/Link.tsx'
import { departmentNamed } from './departments.fr.ts'
import { fr } from './search.fr.ts'

/**
 * Asks that one's own department comes first. Applies as soon as ticked; without JavaScript, by its button.
 * @param department the one that came first; null when the person never said which is theirs; undefined when it was not asked
 */
export function DepartmentFirst({ action, keep, department, settings }:
  { action: string, keep: Record<string, string | string[] | undefined>, department: string | null | undefined, settings?: string }) {
  const id = useId()
  return (
    <form method="get" action={action} data-auto-submit="" className="sl-department">
      {Object.entries(keep).flatMap(([name, value]) => [value ?? []].flat().map((one) => <Hidden key={`${name}=${one}`} name={name} value={one} />))}
      <div className="fr-checkbox-group fr-checkbox-group--sm">
        <input type="checkbox" id={id} name="departmentFirst" value="true" defaultChecked={department !== undefined} />
        <label className="fr-label" htmlFor={id}>{fr.department.first}</label>
      </div>
      <button type="submit" className="fr-btn fr-btn--tertiary-no-outline fr-btn--sm sl-department__apply">{fr.department.apply}</button>
      {department && <p className="fr-hint-text" role="status">{fr.department.shown(departmentNamed(department))}</p>}
      {department === null && <p className="fr-hint-text" role="status">{fr.department.unknown}{settings && <>{' '}<Link href={settings}>{fr.department.say}</Link></>}</p>}
    </form>
  )
}
