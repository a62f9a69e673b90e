/** What other modules call: cards of resources that the actor may see, in the order asked. */
export { cardsOf as resourceCards, resourceCard, type ResourceCard } from './cards.ts'
/** Names of resources and bases among the documents of search. */
export { kinds as searchKinds } from './indexing.ts'
export {
  audiences, licences, supportTypes, themes, type Audience, type Licence, type SupportType, type Theme,
} from './enumerations.ts'
export { configureHarvest } from './harvest/configuration.ts'
