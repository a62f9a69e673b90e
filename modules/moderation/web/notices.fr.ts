import { labelOf } from '../reportable.ts'
import type { Concern, Decision, Defect } from '../reasons.ts'
import { fr as words } from './fr.ts'

interface About { decision: Decision, kind: string, title: string }
interface Made extends About { ground: string | null, reason: string, onAppeal: boolean, wasHeld: boolean }

const done: Record<Decision, { title: string, what: string } | undefined> = {
  keep: undefined,
  release: { title: 'Votre publication est visible', what: 'Elle est visible de toutes les personnes.' },
  ask: { title: 'Une modification vous est demandée', what: 'Elle reste visible. Modifiez-la pour répondre à ce qui suit.' },
  hide: { title: 'Votre publication n’est plus visible', what: 'Elle n’est plus visible des autres personnes. Vous la voyez toujours.' },
  delete: { title: 'Votre publication est supprimée', what: 'Elle est retirée du service.' },
}

const text = ({ decision, ground, reason, onAppeal, kind, title, wasHeld }: Made) => {
  const upheld = onAppeal && decision !== 'release'
  const said = done[decision] ?? { title: 'Votre publication a été regardée', what: '' }
  const heading = upheld ? 'La décision est maintenue' : onAppeal ? 'Votre recours est accepté' : said.title
  const why = onAppeal ? 'Une autre personne que celle qui avait décidé a relu la décision que vous contestiez.'
    : wasHeld ? 'Une personne de l’équipe de modération l’a relue avant sa mise en ligne.'
      : 'Elle a été signalée, et l’équipe de modération l’a regardée.'
  return {
    title: `${heading} : « ${title} »`, body: said.what,
    more: [
      `Votre publication (${labelOf(kind)}) : « ${title} ». ${why}`, ...ground ? [`Motif : ${words.reasons[ground] ?? ground}.`] : [],
      `Explication de l’équipe : ${reason}`,
      ...decision === 'release' ? [] : [upheld ? 'Cette réponse est définitive.'
        : 'Vous n’êtes pas d’accord ? Vous pouvez le dire une fois : une autre personne de l’équipe relira la décision.'],
    ],
  }
}

/** What people say of it, to whom published: a help and no reproach. */
const defective: Record<Defect, (label: string) => string> = {
  outdated: (label) => `Une personne signale que votre ${label} n’est plus à jour.`,
  errors: (label) => `Une personne signale une erreur dans votre ${label}.`,
  duplicate: (label) => `Une personne signale que votre ${label} en répète une autre.`,
}

interface Waiting { kind: string, title: string }

/** What moderators are told: never who reported, nor in which words. */
const queue = {
  family: 'Équipe de modération', action: 'Ouvrir la file de modération', subject: 'file de modération',
  halves: { offence: 'Modération : à décider', defect: 'Modération : à améliorer' } satisfies Record<Concern, string>,
  offence: {
    label: 'Un signalement attend une décision',
    text: ({ kind, title }: Waiting) =>
      ({ title: `Un signalement attend : « ${title} »`, body: `Publication signalée : ${labelOf(kind)}.` }),
    grouped: (count: number) => `${count} signalements attendent`,
  },
  defect: {
    label: 'Un signalement pour améliorer une publication',
    text: ({ kind, title }: Waiting) => ({
      title: `À améliorer : « ${title} »`,
      body: `Publication qui n’est plus à jour, contient une erreur ou existe déjà : ${labelOf(kind)}.`,
    }),
    grouped: (count: number) => `${count} signalements attendent dans « À améliorer »`,
  },
}

/** What is told of what waits, and of what moderators decide. */
export const notices = {
  family: 'Modération', queue,
  decidedAgainst: { label: 'Une décision de la modération sur votre publication', action: 'Voir la décision', text },
  decidedFor: { label: 'La modération rend visible votre publication', action: 'Voir les décisions', text },
  improvementAsked: {
    label: 'Une idée pour améliorer votre publication', action: 'Lire l’explication',
    text: ({ kind, title, ground, reason }: { kind: string, title: string, ground: Defect, reason: string }) => ({
      title: `Pour améliorer « ${title} »`, body: defective[ground](labelOf(kind)),
      more: [
        `Ce qu’en dit l’équipe : ${reason}`,
        'Votre publication reste visible, et rien ne vous est reproché. Vous pouvez la modifier quand vous le souhaitez.',
      ],
    }),
  },
  reportAnswered: {
    label: 'La réponse à un signalement que vous avez fait', action: 'Revenir sur le service',
    text: ({ decision, kind, title, wasDefect }: About & { wasDefect?: boolean }) => ({
      title: `Votre signalement : « ${title} »`,
      body: {
        keep: wasDefect ? 'Elle reste en ligne telle quelle.'
          : 'Elle reste en ligne : l’équipe n’y a rien trouvé de contraire aux règles du service.',
        release: 'Elle reste en ligne.',
        ask: wasDefect
          ? 'Elle reste en ligne. Ce que vous avez signalé est transmis à la personne qui l’a publiée, pour qu’elle la corrige.'
          : 'Elle reste en ligne, et une modification est demandée à la personne qui l’a publiée.',
        hide: 'Elle n’est plus visible.',
        delete: 'Elle est supprimée.',
      }[decision],
      more: [
        `Vous avez signalé une publication (${labelOf(kind)}). L’équipe de modération l’a regardée.`,
        'Merci d’avoir aidé à garder ce lieu utile à toutes et à tous.',
      ],
    }),
  },
}
