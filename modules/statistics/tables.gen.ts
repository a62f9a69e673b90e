// Written by `npm run db:types` from the tables of this module: do not edit.
export interface StatisticsDaily {
  day: string
  name: string
  value: number
}

export interface StatisticsTotal {
  counted_at: string
  name: string
  value: number
}

export interface DB {
  'statistics.daily': StatisticsDaily
  'statistics.total': StatisticsTotal
}
