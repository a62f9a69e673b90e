import { calendarMoment } from './moment.ts'

interface Dated { title: string; at: string; timeZone: string }
interface Titled { title: string }

const family = 'Activités et travaux'

/** What the situations of the portfolio and of the workspace say. */
export const fr = {
  activityStarts: {
    family, label: 'Une activité va commencer',
    text: ({ title, at, timeZone }: Dated) => ({ title: `« ${title} » commence ${calendarMoment(at, timeZone)}` }),
  },
  deliverableDue: {
    family, label: 'Un travail est à rendre',
    text: ({ title, at, timeZone }: Dated) => ({ title: `« ${title} » est à rendre ${calendarMoment(at, timeZone)}` }),
  },
  peerReviewAsked: {
    family, label: 'Une personne demande votre avis sur son travail',
    text: ({ title }: Titled, { by }: { by: string }) => ({ title: `${by} vous demande votre avis sur « ${title} »` }),
    grouped: (count: number, { title }: Titled) => `${count} demandes d’avis sur « ${title} »`,
  },
}
