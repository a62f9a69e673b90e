// Written by `npm run db:types` from the tables of this module: do not edit.
export interface SupervisionFigure {
  day: string
  name: string
  value: number
}

export interface SupervisionRetry {
  asked_at: string
  execution_id: string
  person_id: string | null
}

export interface DB {
  'supervision.figure': SupervisionFigure
  'supervision.retry': SupervisionRetry
}
