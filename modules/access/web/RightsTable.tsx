import type { ReactNode } from 'react'
import { Link } from '#design/Link.tsx'
import { Table } from '#design/Table.tsx'
import { actionName, levels, moduleName, verdicts } from './actions.fr.ts'
import { fr } from './fr.ts'

interface Right { name: string, module: string, level: string, may: string }

const words = fr.rights.columns

type WhoMay = ((operation: string) => string) | undefined

const columns = (whoMay: WhoMay): Record<string, (right: Right) => ReactNode> => ({
  [words.action]: ({ name, module }) => (
    <>
      {whoMay ? <Link href={whoMay(name)}>{actionName(name)}</Link> : actionName(name)}
      <span className="fr-hint-text">{moduleName(module)}</span>
    </>
  ),
  [words.may]: ({ may }) => verdicts[may],
  [words.level]: ({ level }) => levels[level],
})

const order = ({ module, name }: Right) => `${moduleName(module)} ${actionName(name)}`

/** Actions, by module; each leads to who may do it, where one may ask. */
export function RightsTable({ rights, caption, empty, whoMay }: {
  rights: readonly Right[], caption: string, empty: string, whoMay?: WhoMay,
}) {
  const rows = rights.toSorted((one, other) => order(one).localeCompare(order(other), 'fr'))
  return <Table rows={rows} rowKey={({ name }) => name} caption={caption} captionHidden empty={empty} columns={columns(whoMay)} />
}
