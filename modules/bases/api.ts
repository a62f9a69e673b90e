/** What other modules call: cards of resources that the actor may see, in the order asked. */
export { cardsOf as resourceCards, resourceCard, type ResourceCard } from './cards.ts'
/** Names of resources and bases among the documents of search. */
export { kinds as searchKinds } from './indexing.ts'
export {
  audiences, licences, supportTypes, themes, type Audience, type Licence, type SupportType, type Theme,
} from './enumerations.ts'
export { configureHarvest } from './harvest/configuration.ts'
/** What a person wants of the commons: their department (for a search that puts it first), their themes, the letter of the month. */
export { preferenceOf, type Preference } from './preferences.ts'
/** Counts over time, as plots and spreadsheets take them: by week or by month, with nought where nothing was. */
export { filled, periodsShown, steps, type Step } from './statistics/periods.ts'
export { csvOf, sendCsv } from './statistics/csv.ts'
/** Brings an export of the national service in (legacy/README.md). */
export { importLegacy, type Report as LegacyReport } from './legacy/import.ts'
