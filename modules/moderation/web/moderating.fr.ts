const number = new Intl.NumberFormat('fr-FR')

/** Sentences for those who moderate, in the portal and in the back office. */
export const fr = {
  menu: 'Modération',
  /** What a table is called, under a heading that says the same. */
  table: (title: string) => `${title} : liste`,
  title: 'Modération',
  lead: (n: number) => n === 0 ? 'Rien n’attend de décision.' : n === 1 ? 'Une publication attend une décision.' : `${number.format(n)} publications attendent une décision.`,
  tabs: { open: 'À décider', defects: 'À améliorer', appealed: 'Recours', decided: 'Décidées' },
  none: { open: 'Rien à décider', defects: 'Rien à améliorer', appealed: 'Aucun recours n’attend', decided: 'Aucune décision pour le moment' },
  columns: { title: 'Publication', kind: 'Sorte', reports: 'Signalements', reasons: 'Motifs', at: 'Depuis' },
  held: 'mise en attente',
  next: 'Publications suivantes',
  see: 'La publication, sur le portail :', by: 'Publié par', unknown: 'une personne qui n’est plus là',
  standings: { shown: 'Visible', held: 'En attente de relecture', hidden: 'Masquée', deleted: 'Supprimée' },
  heldFor: { spam: 'Le compte avait moins d’une heure, et la publication ne contient presque que des liens.' } as Record<string, string>,
  reports: 'Ce que disent les personnes', noReport: 'Personne ne l’a signalée.', decisions: 'Décisions', noDecision: 'Aucune décision pour le moment.',
  repeats: 'L’autre page :',
  reportColumns: { by: 'Qui', reason: 'Motif', words: 'Précisions', at: 'Quand' },
  decisionColumns: { decision: 'Décision', by: 'Par', ground: 'Motif', reason: 'Explication', at: 'Quand' },
  decide: 'Décider',
  decision: 'Décision',
  choices: {
    keep: ['Classer sans suite', 'Rien ne change. Les personnes qui ont signalé sont prévenues.'],
    release: ['Mettre en ligne', 'La publication devient visible.'],
    ask: ['Demander une modification', 'La personne qui a publié reçoit votre explication. Sa publication reste visible.'],
    hide: ['Masquer', 'La publication n’est plus visible des autres. La personne qui a publié en est prévenue et peut contester.'],
    delete: ['Supprimer', 'La publication est retirée. La personne qui a publié en est prévenue et peut contester.'],
  } as Record<string, [string, string]>,
  names: {
    keep: 'classée sans suite', release: 'mise en ligne', ask: 'modification demandée', hide: 'masquée', delete: 'supprimée',
  } as Record<string, string>,
  onAppeal: (name: string) => `${name}, après recours`,
  ground: 'Motif', noGround: 'Aucun',
  groundHint: 'Nécessaire pour demander une modification, masquer ou supprimer.',
  groundHintDefects:
    'Ce qui n’est plus à jour ou contient des erreurs se corrige : demandez une modification. Un doublon peut aussi être masqué.',
  reason: 'Expliquez', reasonHint: 'La personne qui a publié lira cette explication. N’y nommez personne.',
  submit: 'Prendre cette décision',
  own: 'C’est vous qui avez publié : une autre personne doit décider.',
  appeal: 'Recours', appealBy: 'La personne qui a publié n’est pas d’accord :',
  ownDecision: 'C’est vous qui aviez décidé : une autre personne doit juger ce recours.',
  outcome: 'Votre réponse',
  outcomes: {
    upheld: ['Maintenir la décision', 'Rien ne change, et la réponse est définitive.'],
    overturned: ['Annuler la décision', 'La publication est de nouveau visible.'],
  } as Record<string, [string, string]>,
  judge: 'Répondre au recours',
  done: {
    decideOnReported: 'La décision est prise.', decideOnReportedAsStaff: 'La décision est prise.',
    judgeAppeal: 'La réponse au recours est donnée.', judgeAppealAsStaff: 'La réponse au recours est donnée.',
  } as Record<string, string>,
}
