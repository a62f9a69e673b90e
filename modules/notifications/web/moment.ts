import { exactly } from '#design/moment.ts'

/** « le samedi 21 novembre 2026 à 10:49 »: a notification is read later, so it never says « demain ». */
export const calendarMoment = (at: string, timeZone: string): string => `le ${exactly(new Date(at), timeZone)}`
