export { masterKeys, partsOf, sealed, unwrap, wrap, type Column, type Keys, type Place } from './sealed.ts'
export { blindIndex, blindIndexes, configureSecrets, dataKeys, makeDataKey, open, seal } from './secret.ts'
