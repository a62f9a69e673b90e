// `npm run rights`: writes docs/rights.md, the matrix of what each role may do, from the operations and raw routes themselves.
// `--check` writes nothing and says whether it differs.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inOrder, type Module } from '#kernel/operation/module.ts'
import { modules as portal } from '#apps/portal/modules.ts'
import { holderOf, personHolder, rightsOf, rolesNamed, verdictOf, visitorHolder, type Right, type Verdict } from '#modules/access/rights.ts'
import { staff } from '#modules/staff/module.ts'

const SIGNS: Record<Verdict['may'], string> = { yes: '●', within: '●', if: '◐', no: '' }

const HEAD = `# Who may do what

Written by \`npm run rights\` from the operations and the raw routes: do not edit. A test fails when it differs from them, so that no right
changes unseen.

● may (for a role within a scope: in the base, the organisation or the group where it is held) · ◐ may when the row is as the rule says ·
empty: may not. A right is also a matter of what one sees: what an operation's target hides is answered as not found. A column stands for
a role that a rule of the module names; every other role has what any person who has signed in has. A person may hold several roles, and
has what each of them gives.

Levels: *low* reads; *medium* changes; *high* reads what is sensitive, or changes from the back office; *critical* asks for a fresh proof
of who one is. Programs (API clients) hold roles of one organisation and are no person: they have the columns of their roles, within the
scopes of their token.
`

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`

const tableOf = (rights: readonly Right[]): string => {
  const roles = rolesNamed(rights)
  const columns = [
    { head: 'visitor', holder: visitorHolder }, { head: 'person', holder: personHolder },
    ...roles.map(({ scope, role }) => ({ head: `${scope}: ${role}`, holder: holderOf(scope, role) })),
  ]
  const lines = rights.map((right) => row([
    `\`${right.kind === 'raw' ? right.http : right.name}\``, right.kind === 'raw' ? `raw${right.proof ? `, ${right.proof}` : ''}`
      : `\`${right.http}\``,
    right.level, ...columns.map(({ holder }) => SIGNS[verdictOf(right.allow, holder).may]), right.allow.says,
  ]))
  return [row(['operation', 'route', 'level', ...columns.map(({ head }) => head), 'rule']),
    row(['---', '---', '---', ...columns.map(() => ':-:'), '---']), ...lines].join('\n')
}

const sectionOf = (module: Module): string => {
  const rights = rightsOf([module])
  const places = ([['portal', ''], ['back-office', ' (back office)']] as const)
    .map(([place, name]) => ({ title: `## ${module.name}${name}`, rights: rights.filter((one) => one.place === place) }))
  return places.filter((one) => one.rights.length).map((one) => `${one.title}\n\n${tableOf(one.rights)}\n`).join('\n')
}

/** The whole page, from the modules of both apps. */
export const rightsPage = (): string => {
  const modules = inOrder([...portal, staff]).toSorted((a, b) => a.name.localeCompare(b.name))
  return [HEAD, ...modules.map(sectionOf).filter(Boolean)].join('\n')
}

export const RIGHTS = join(import.meta.dirname, '../docs/rights.md')

if (import.meta.main) {
  const page = rightsPage()
  const kept = await readFile(RIGHTS, 'utf8').catch(() => '')
  if (kept === page) console.log('docs/rights.md says what the operations say.')
  else if (process.argv.includes('--check')) {
    console.error('docs/rights.md is not what the operations say: run npm run rights, and read what changed.')
    process.exitCode = 1
  } else {
    await writeFile(RIGHTS, page)
    console.log('written: docs/rights.md')
  }
}
