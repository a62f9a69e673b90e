// `npm run db:roles`: prints the SQL that the administrator of an external PostgreSQL runs once.
import { databaseUrl } from '#kernel/db/addresses.ts'
import { loginRoles, rolesSql } from '#kernel/db/roles.ts'
import { withSentence } from './with-sentence.ts'

await withSentence(async () => {
  const url = databaseUrl(process.env.DATABASE_URL || 'postgres://sillage@localhost/sillage')
  const [database, login] = [url.pathname.slice(1), url.username].map(decodeURIComponent) as [string, string]
  console.log(`-- The roles of Sillage, for the database "${database}" and the account "${login}" of DATABASE_URL.
-- Run it as a superuser, connected to that database: psql --dbname="${database}" --file=roles.sql
-- It may be run again. "${login}" takes each role in turn; to give each process an account of its own instead, set passwords:
${Object.values(loginRoles).map((role) => `--   \\password ${role}`).join('\n')}
-- and give their addresses in DATABASE_URL (${loginRoles.owner}), DATABASE_URL_PORTAL, DATABASE_URL_BACK_OFFICE,
-- DATABASE_URL_WORKER and DATABASE_URL_STATISTICS.
${rolesSql({ database, login })}`)
})
