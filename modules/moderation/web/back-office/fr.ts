/** Sentences of moderation, for the back office. */
export const fr = {
  menu: 'Signalements',
  /** What a table is called, under a heading that says the same. */
  table: (title: string) => `${title} : liste`,
  title: 'Signalements',
  lead: (n: number) => n === 0 ? 'Aucun signalement n’attend de décision.' : n === 1 ? 'Un signalement attend une décision.' : `${n} signalements attendent une décision.`,
  tabs: { open: 'À décider', decided: 'Décidés' },
  none: { open: 'Rien à décider', decided: 'Aucune décision pour le moment' } as Record<string, string>,
  columns: { title: 'Publication', kind: 'Sorte', reports: 'Signalements', reasons: 'Raisons', at: 'Dernier signalement' },
  next: 'Signalements suivants',
  see: 'Voir la publication sur le portail', by: 'Publié par', unknown: 'une personne qui n’est plus là',
  reports: 'Ce que disent les personnes', decisions: 'Décisions', noDecision: 'Aucune décision pour le moment.',
  reportColumns: { by: 'Qui', reason: 'Raison', words: 'Précisions', at: 'Quand' },
  decisionColumns: { decision: 'Décision', by: 'Par', reason: 'Pourquoi', at: 'Quand' },
  decide: 'Décider',
  decision: 'Décision',
  choices: {
    dismiss: ['Classer sans suite', 'Rien ne change.'], ask: ['Demander une modification', 'La personne qui a publié reçoit un courriel avec votre raison.'],
    hide: ['Masquer', 'La publication n’est plus visible des autres. La personne qui a publié reçoit un courriel avec votre raison.'],
  } as Record<string, [string, string]>,
  names: { dismiss: 'classé sans suite', ask: 'modification demandée', hide: 'masqué' } as Record<string, string>,
  reason: 'Pourquoi ?', reasonHint: 'La personne qui a publié lira cette raison.',
  submit: 'Prendre cette décision',
}
