export { accountAgeMinutes } from './account-age.ts'
export { hold, type Held } from './hold.ts'
export { declareReportable, type Reportable, type Reported } from './reportable.ts'
export { looksLikeSpam, type Shown } from './spam.ts'
