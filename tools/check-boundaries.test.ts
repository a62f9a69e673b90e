import { join } from 'node:path'
import { expect, test } from 'vitest'
import { modules } from '#apps/portal/modules.ts'
import { demo } from '#demo/module.ts'
import { module } from '#kernel/operation/module.ts'
import { projectSources, violations } from './check-boundaries.ts'

const school = module({ name: 'school', folder: 'modules/school' })
const grades = module({ name: 'grades', folder: 'modules/grades', needs: [school] })
const made = [school, grades]
const view = { file: 'modules/school/tables/0001-school.sql', text: 'create view school.card as select 1' }

test('the project crosses no border', async () => {
  const found = violations(await projectSources(join(import.meta.dirname, '..')), [...modules, demo])
  expect(found.map(({ file, what }) => `${file}: ${what}`)).toEqual([])
})

test.each([
  ['kernel/x.ts', `import { a } from '#modules/school/api.ts'`],
  ['design/X.tsx', `import { a } from '#kernel/operation/engine.ts'`],
  ['modules/school/api.ts', `import { a } from '#modules/grades/api.ts'`],
  ['modules/grades/policy.ts', `import { a } from '../school/operations/enrol.ts'`],
  ['modules/grades/operations/a.ts', `import { Page } from '#design/Page.tsx'`],
  ['modules/grades/operations/a.ts', `import { world } from '#modules/school/fixtures.ts'`],
  ['modules/grades/operations/a.ts', `db.selectFrom('school.pupil')`],
  ['modules/grades/tables/0001-a.sql', `create view grades.a as select 1 from school.pupil`],
  ['modules/school/tables/0001-a.sql', `create table school.a (id uuid references grades.grade)`],
  ['modules/school/operations/a.ts', `sql\`select 1 from grades.grade\``],
])('%s may not hold: %s', (file, text) => {
  expect(violations([view, { file, text }], made)).toHaveLength(1)
})

test.each([
  ['modules/grades/api.ts', `import { a } from '#modules/school/api.ts'`],
  ['modules/grades/web/GradePage.tsx', `import { Page } from '#design/Page.tsx'`],
  ['modules/grades/operations/a.test.ts', `import { aPupil } from '#modules/school/fixtures.ts'`],
  ['modules/grades/operations/a.ts', `db.selectFrom('grades.grade').innerJoin('school.card', 'a', 'b')`],
  ['modules/grades/tables/0001-a.sql', `create table grades.a (id uuid references school.pupil)`],
])('%s may hold: %s', (file, text) => {
  expect(violations([view, { file, text }], made)).toEqual([])
})
