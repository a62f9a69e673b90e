const dates = 'Ce jour est compris.'

/** Sentences of the settings, for the back office. */
export const fr = {
  declared: {
    site: {
      label: 'Nom du service',
      help: 'Ce nom et cette phrase se lisent en haut de chaque page. Un champ vide reprend ce que dit l’installation.',
      words: { name: { label: 'Nom' }, tagline: { label: 'Phrase sous le nom' } },
    },
    announcement: {
      label: 'Annonce',
      help: 'Une phrase en haut de toutes les pages, pour tout le monde. Sans texte, il n’y a pas d’annonce.',
      words: {
        text: { label: 'Texte' },
        level: { label: 'Importance', choices: { info: 'Information', warning: 'Attention', alert: 'Alerte' } },
        from: { label: 'À partir du', hint: dates }, to: { label: 'Jusqu’au', hint: dates },
      },
    },
    inactivity: {
      label: 'Comptes inactifs',
      help: 'Une personne qui ne vient plus reçoit un courriel, puis son compte est supprimé si elle ne revient pas. Ce qui est public reste.',
      words: {
        isOn: { label: 'Supprimer les comptes inactifs' },
        deletionAfter: { label: 'Suppression après', hint: 'En jours sans visite, 90 au moins.' },
        firstMail: { label: 'Premier courriel', hint: 'En jours avant la suppression.' },
        secondMail: { label: 'Deuxième courriel', hint: 'En jours avant la suppression.' },
        lastMail: { label: 'Dernier courriel', hint: 'En jours avant la suppression.' },
      },
    },
  },
  menu: 'Réglages',
  /** What a table is called, under a heading that says the same. */
  table: (title: string) => `${title} : liste`,
  list: {
    title: 'Réglages',
    lead: 'Ce qui se règle pendant que le service fonctionne. Un changement vaut aussitôt pour tout le monde, et peut être annulé.',
    groups: { service: 'Le service', accounts: 'Comptes et connexion', privacy: 'Données personnelles', other: 'Autres réglages' } as
      Record<string, string>,
    edit: (label: string) => `Modifier « ${label} »`,
    isDefault: 'valeur d’origine',
    changed: 'Modifié',
  },
  one: {
    home: 'Réglages',
    reason: 'Pourquoi ce changement ?', reasonHint: 'Cette raison reste dans l’historique.',
    save: 'Enregistrer',
    history: 'Historique',
    never: 'Personne n’a changé ce réglage : il a sa valeur d’origine.',
    columns: { at: 'Quand', by: 'Qui', before: 'Avant', after: 'Après', reason: 'Pourquoi', undo: 'Revenir en arrière' },
    unknown: 'Une personne qui n’est plus là',
    initial: 'Valeur d’origine',
    isUndo: 'retour en arrière',
    undo: 'Remettre la valeur d’avant', undoReason: 'Pourquoi revenir en arrière ?',
    older: 'Changements plus anciens',
    yes: 'oui', no: 'non', none: '(vide)',
  },
  /** By code of refusal. */
  refusals: {
    'settings.unchanged': 'Ce réglage a déjà cette valeur.',
    'settings.former-value-invalid': 'La valeur d’avant ne convient plus : les règles de ce réglage ont changé. Écrivez-en une autre.',
  },
  /** By name of command. */
  done: {
    changeSetting: 'Le réglage est enregistré. Il vaut déjà pour tout le monde.',
    undoSettingChange: 'La valeur d’avant est remise.',
  } as Record<string, string>,
}
