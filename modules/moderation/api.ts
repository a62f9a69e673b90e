export { declareReportable, type Reportable, type Reported } from './reportable.ts'
