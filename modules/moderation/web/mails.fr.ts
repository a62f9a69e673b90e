import type { Decision } from '../reasons.ts'
import { fr as words } from './fr.ts'

export interface Words { subject: string, title: string, paragraphs: string[], action: string }

interface Made { decision: Decision, ground: string | null, reason: string, onAppeal: boolean, label: string, title: string, held_for: string | null }

const done: Record<Decision, { title: string, what: string } | undefined> = {
  keep: undefined,
  release: { title: 'Votre publication est visible', what: 'Elle est visible de toutes les personnes.' },
  ask: { title: 'Une modification vous est demandée', what: 'Elle reste visible. Modifiez-la pour répondre à ce qui suit.' },
  hide: { title: 'Votre publication n’est plus visible', what: 'Elle n’est plus visible des autres personnes. Vous la voyez toujours.' },
  delete: { title: 'Votre publication est supprimée', what: 'Elle est retirée du service.' },
}

/** Letters about what moderators decide. */
export const fr = {
  /** To who published; none when nothing changes for them. */
  author: ({ decision, ground, reason, onAppeal, label, title, held_for: heldFor }: Made): Words | undefined => {
    const said = done[decision]
    if (!said) return undefined
    const upheld = onAppeal && decision !== 'release'
    const heading = upheld ? 'La décision est maintenue' : onAppeal ? 'Votre recours est accepté' : said.title
    const why = onAppeal ? 'Une autre personne que celle qui avait décidé a relu la décision que vous contestiez.'
      : heldFor ? 'Une personne de l’équipe de modération l’a relue avant sa mise en ligne.' : 'Elle a été signalée, et l’équipe de modération l’a regardée.'
    return {
      subject: `${heading} : « ${title} »`, title: heading,
      paragraphs: [
        `Votre publication (${label}) : « ${title} ». ${why}`, said.what, ...ground ? [`Motif : ${words.reasons[ground] ?? ground}.`] : [],
        `Explication de l’équipe : ${reason}`,
        ...decision === 'release' ? [] : [upheld ? 'Cette réponse est définitive.'
          : 'Vous n’êtes pas d’accord ? Vous pouvez le dire une fois : une autre personne de l’équipe relira la décision.'],
      ],
      action: decision === 'release' || upheld ? 'Voir les décisions' : 'Voir la décision et la contester',
    }
  },
  /** To who reported. */
  reporter: (decision: Decision, label: string, title: string): Words => ({
    subject: `Votre signalement : « ${title} »`, title: 'Votre signalement a été traité',
    paragraphs: [
      `Vous avez signalé une publication (${label}) : « ${title} ». L’équipe de modération l’a regardée.`,
      {
        keep: 'Elle reste en ligne : l’équipe n’y a rien trouvé de contraire aux règles du service.', release: 'Elle reste en ligne.',
        ask: 'Elle reste en ligne, et une modification est demandée à la personne qui l’a publiée.', hide: 'Elle n’est plus visible.',
        delete: 'Elle est supprimée.',
      }[decision],
      'Merci d’avoir aidé à garder ce lieu utile à toutes et à tous.',
    ],
    action: 'Revenir sur le service',
  }),
}
