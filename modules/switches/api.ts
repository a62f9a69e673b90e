export { closedToActor, followSwitches } from './closed.ts'
export { declareFeature, labelOf, type Feature, type FeatureWords } from './feature.ts'
export { hold, heldBy, release, releaseSubject, type Held } from './held.ts'
/** For the module that knows people and organisations. */
export { knowPlacesBy, roleNames, type Holding, type Perimeter, type Places } from './perimeter.ts'
export { everySwitch, isHeld, switchesFor, switchesForActor, switchFor, switchForPerson, type Off } from './reading.ts'
