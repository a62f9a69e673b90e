/** Sentences of the terms of use, for administrators. */
export const fr = {
  menu: 'Conditions d’utilisation',
  title: 'Conditions d’utilisation',
  lead: 'Chaque personne connectée doit accepter la version qui s’applique avant de continuer. Sans version publiée, rien n’est demandé.',
  write: 'Écrire une nouvelle version', resume: 'Reprendre le brouillon',
  list: 'Versions publiées', none: 'Aucune version n’est publiée', noneHelp: 'Personne n’a donc rien à accepter.',
  columns: { number: 'Version', from: 'S’applique à partir du', changes: 'Ce qui change', accepted: 'Acceptée par', at: 'Publiée' },
  people: (n: number) => n < 2 ? `${n} personne` : `${new Intl.NumberFormat('fr-FR').format(n)} personnes`,
  holds: 's’applique',
  draft: {
    title: 'Nouvelle version des conditions',
    lead: 'Ce texte reste un brouillon, que les administratrices et administrateurs sont seuls à lire, jusqu’à sa publication.',
    changes: 'Ce qui change, en une phrase ou deux',
    changesHint:
      'Dites-le avec des mots de tous les jours : c’est la première chose que chaque personne lira. '
      + 'Exemple : « Nous disons combien de temps vos messages sont gardés. »',
    appliesFrom: 'Date à partir de laquelle elles s’appliquent',
    appliesFromHint: 'Aujourd’hui ou plus tard. L’accord n’est demandé qu’à partir de ce jour ; le texte est public dès sa publication.',
    body: 'Texte des conditions',
    bodyHint:
      'Une ligne qui commence par # est un titre, par ## un sous-titre, par - un élément de liste. '
      + 'Laissez une ligne vide entre deux paragraphes.',
    save: 'Enregistrer et voir l’aperçu', back: 'Revenir aux versions',
  },
  preview: {
    title: 'Aperçu', lead: 'Voici la page que chaque personne connectée verra. Rien n’est publié tant que vous ne le demandez pas.',
    none: 'Aucun brouillon', noneHelp: 'Écrivez d’abord une nouvelle version.',
    from: 'S’applique à partir du', publish: 'Publier cette version', edit: 'Modifier le texte',
    warning: 'Publier est définitif : le texte ne pourra plus être modifié. Il pourra être remplacé par une autre version.',
    discard: 'Abandonner ce brouillon', discardLead: 'Le texte écrit ici sera perdu. Les versions publiées restent.',
  },
  refusals: {
    'terms.date-past': 'Cette date est passée : choisissez aujourd’hui ou un jour à venir.',
    'terms.date-before-last': 'Une version déjà publiée s’applique plus tard que cette date : choisissez ce jour-là ou un jour suivant.',
  } as Record<string, string>,
  done: {
    saveDraft: 'Le brouillon est enregistré.', publishTerms: 'La version est publiée.', discardDraft: 'Le brouillon est abandonné.',
  } as Record<string, string>,
}
