const days = (count: number) => `${count} jour${count > 1 ? 's' : ''}`

/** Sentences of one's data: what is held, who looked, how to leave. */
export const fr = {
  data: {
    title: 'Mes données',
    lead: 'Ce que ce service sait de vous vous appartient : vous pouvez l’emporter, savoir qui l’a consulté, et le faire effacer.',
    archive: 'Emporter mes données',
    archiveLead: 'Vous recevez un fichier qui contient tout ce que nous gardons sur vous : une page à lire, vos fichiers, et les mêmes '
      + 'données dans un format que d’autres services savent reprendre.',
    ask: 'Préparer mes données',
    again: 'Préparer de nouveau',
    asked: 'Vos données se préparent. Vous recevrez un courriel quand elles seront prêtes ; vous pouvez quitter cette page.',
    ready: 'Vos données sont prêtes.',
    until: 'Le téléchargement est possible jusqu’au',
    download: 'Télécharger mes données',
    failed: 'La préparation n’a pas abouti. Demandez-la de nouveau, dans un moment.',
    proof: 'Pour que personne d’autre ne puisse emporter vos données, confirmez d’abord que c’est bien vous. Vous reviendrez ici.',
    signIn: 'Confirmer que c’est bien moi',
    readers: 'Qui a consulté mes données',
    readersLead: 'Quand une personne qui travaille pour vous ouvre une information sensible, le service le note.',
    seeReaders: 'Voir qui a consulté mes données',
    why: 'Pourquoi nous gardons ces données',
    whyLead: 'Nous ne gardons que ce qui sert à vous rendre le service, aussi longtemps qu’il sert.',
    reasons: [
      {
        what: 'Votre compte et votre profil',
        why: 'Pour vous reconnaître et vous rendre le service.', law: 'Mission d’intérêt public (RGPD, article 6.1.e).',
        until: 'Jusqu’à votre départ. Un compte qui ne sert plus est supprimé après un an, et trois courriels.',
      },
      {
        what: 'Ce que vous écrivez et partagez',
        why: 'Parce que vous avez choisi de l’écrire ou de le partager.', law: 'Mission d’intérêt public (RGPD, article 6.1.e).',
        until: 'Tant que vous le gardez. Ce qui est publié reste après vous, sans votre nom.',
      },
      {
        what: 'Le journal de ce qui est fait',
        why: 'Pour la sécurité, et pour vous dire qui a consulté vos données.',
        law: 'Obligation de sécurité (RGPD, article 32).', until: 'Le temps que la loi demande, sans votre nom après votre départ.',
      },
      {
        what: 'Votre portfolio, vos parcours et vos dossiers',
        why: 'Pour vous, ou pour la structure qui vous suit.', law: 'Mission d’intérêt public (RGPD, article 6.1.e).',
        until: 'Ils ne sont jamais supprimés parce que vous ne venez plus.',
      },
    ],
    table: 'Données, raison et durée',
    columns: { what: 'Quoi', why: 'Pourquoi', law: 'Ce qui le permet', until: 'Combien de temps' },
    contact: 'Une question, une erreur à corriger ? Écrivez à l’équipe du service. Vous pouvez aussi vous adresser à la CNIL '
      + '(Commission nationale de l’informatique et des libertés).',
    leave: 'Supprimer mon compte',
    leaveLead: (count: number) => `Rien n’est supprimé tout de suite : vous avez ${days(count)} pour changer d’avis.`,
    seeLeave: 'Voir ce qui partirait et ce qui resterait',
  },
  waiting: {
    title: 'Votre compte va être supprimé',
    asked: 'Vous l’avez demandé. D’ici là, tout fonctionne comme avant.',
    inactive: 'Vous n’étiez pas venu ou venue depuis longtemps, et nous vous l’avions écrit.',
    on: 'La suppression est prévue le',
    stop: 'Vous pouvez y renoncer jusque-là.',
    cancel: 'Garder mon compte',
  },
  readers: {
    title: 'Qui a consulté mes données',
    lead: 'Chaque fois qu’une personne ouvre une de vos informations sensibles, une ligne s’ajoute ici. Personne ne peut l’effacer.',
    caption: 'Consultations, de la plus récente à la plus ancienne',
    empty: 'Personne n’a consulté vos données sensibles.',
    emptyLead: 'Vous n’avez peut-être rien de sensible ici : un profil public n’en fait pas partie.',
    columns: { who: 'Qui', what: 'Quoi', at: 'Quand' },
    someone: 'Une personne qui a quitté le service',
    self: 'Vous',
    inPlaceOf: (who: string, actingFor: string) => `${who}, à la place de ${actingFor}`,
    /** By name of operation, else of module. */
    what: {
      identity: 'Votre fiche', follow_up: 'Votre dossier d’accompagnement', grades: 'Vos notes', organisations: 'Vos appartenances',
    } as Record<string, string>,
    other: 'Une information sensible',
    older: 'Consultations plus anciennes',
    question: 'Une ligne vous étonne ? Écrivez à l’équipe du service, en disant sa date.',
  },
  leave: {
    title: 'Supprimer mon compte',
    lead: (count: number) =>
      `Voici ce qui se passera si vous le demandez. Rien ne bouge pendant ${days(count)} : vous vous connectez comme avant, `
      + 'et vous pouvez y renoncer. Ensuite, c’est définitif.',
    goes: 'Ce qui partira',
    stays: 'Ce qui restera, et pourquoi',
    asks: 'Avant de partir',
    asksLead: 'Cela dépend de vous, et vous seul ou vous seule pouvez le régler.',
    see: 'Voir',
    profile: 'Votre profil, vos adresses, vos connexions : personne ne pourra plus vous reconnaître.',
    take: 'Vous voulez garder une copie ?',
    takeLink: 'Emportez d’abord vos données',
    confirm: 'Demander la suppression',
    type: (name: string) => `Pour confirmer, écrivez « ${name} »`,
    proof: 'Pour que personne d’autre ne puisse supprimer votre compte, confirmez d’abord que c’est bien vous. Vous reviendrez ici.',
    submit: 'Supprimer mon compte',
    back: 'Retour à mes données',
  },
  refusals: {
    'privacy.archive-asked': 'Vos données se préparent déjà. Vous recevrez un courriel quand elles seront prêtes.',
    'privacy.deletion-waiting': 'La suppression de votre compte est déjà demandée.',
    'privacy.name-differs': 'Ce n’est pas le nom attendu. Écrivez-le comme il est affiché.',
    'privacy.not-due': 'Le délai de cette suppression n’est pas passé.',
    'privacy.archive-gone': 'Ce téléchargement n’est plus possible. Préparez de nouveau vos données.',
  } as Record<string, string>,
  done: {
    requestArchive: 'C’est noté : vous recevrez un courriel quand vos données seront prêtes.',
    requestDeletion: 'Votre demande est notée. Un courriel vous dit quand elle prendra effet et comment y renoncer.',
    cancelDeletion: 'Votre compte est gardé : rien ne sera supprimé.',
  } as Record<string, string>,
  setting: {
    label: 'Départ et téléchargement',
    help: 'Ces délais valent pour les demandes à venir ; celles qui sont en cours gardent les leurs.',
    words: {
      deletionDays: { label: 'Délai avant une suppression demandée', hint: 'En jours. La personne peut y renoncer jusque-là.' },
      archiveDays: { label: 'Durée d’un téléchargement de données', hint: 'En jours.' },
    },
  },
}
