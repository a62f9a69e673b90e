const date = new Intl.DateTimeFormat('fr-FR', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'Europe/Paris' })
const day = (at: string) => date.format(new Date(at))

/** Opinions closed, titles that exist, deletion with a delay. */
export const fr = {
  evenSo: 'Garder ce titre et continuer',
  twin: { before: 'Une autre ressource publiée porte déjà ce titre :', after: 'Un titre plus précis aidera à les distinguer.' },
  opinions: {
    title: 'Avis', lead: 'Le changement paraîtra avec la prochaine publication.', legend: 'Peut-on donner son avis sur cette ressource ?',
    choices: {
      true: ['Oui', 'Chacun peut recommander la ressource ou non, commenter et répondre.'],
      false: ['Non', 'Les avis déjà donnés ne sont plus montrés. Ils reviendront si vous les rouvrez.'],
    } as Record<string, [string, string]>,
    closed: 'Les personnes qui écrivent cette ressource ont fermé les avis.',
  },
  bin: {
    title: 'Ce que vous avez supprimé', link: 'Éléments supprimés', lead: 'Vous pouvez le rétablir pendant trente jours. Ensuite, il disparaît pour de bon.',
    resources: 'Ressources', bases: 'Bases', collections: 'Collections', none: 'Rien à rétablir.',
      noneMore: 'Ce que vous supprimez reste ici trente jours.',
    restore: 'Rétablir', until: (at: string) => `Disparaîtra pour de bon le ${day(at)}`, by: (at: string) => `Supprimée le ${day(at)}`,
    withBase: (n: number) => n === 0 ? 'Sans ressource' : n === 1 ? 'Avec une ressource' : `Avec ${n} ressources`, draft: 'Brouillon',
  },
  done: {
    setPublicFeedback: 'Votre choix est enregistré dans le brouillon.',
      restoreCollection: 'La collection est de retour, avec ses ressources.',
    restoreBase: 'La base est de retour, avec ses ressources et ses collections.',
  },
  refusals: {
    'bases.title-exists': 'Quelque chose de public porte déjà ce titre. Changez-le pour qu’on les distingue, ou continuez avec le même.',
    'bases.opinions-closed': 'Les personnes qui écrivent cette ressource ont fermé les avis.',
    'bases.answer-gone': 'La réponse à laquelle vous répondez n’est plus là.',
  },
}
