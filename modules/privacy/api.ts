export { configurePrivacy, type PrivacyConfiguration } from './configuration.ts'
/** Writes what the modules declare of a person's rows, at each start, with the owner's rights, once the tables are there. */
export { writeStatements } from './statements.ts'
export { settling } from './settling.ts'
