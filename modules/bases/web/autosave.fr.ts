/** What is said of what one types, as it is saved. */
export const fr = {
  saving: 'Enregistrement…',
  saved: (clock: string) => `Enregistré à ${clock}`,
  waiting: 'Pas encore enregistré : le service ne répond pas. Votre texte est gardé ici, et nous réessayons.',
  signedOut: 'Votre session est terminée. Votre texte est gardé ici ; il sera enregistré dès que vous aurez ouvert une nouvelle session.',
  signIn: 'Ouvrir une session',
  invalid: 'Pas encore enregistré.',
  gone: 'Quelqu’un d’autre a retiré ce contenu, ou vous n’y avez plus accès. Copiez votre texte avant de quitter la page.',
  keepTheirs: 'Garder l’autre version',
  differences: 'Ce qui diffère de votre texte',
  added: 'ajouté :', removed: 'retiré :', end: 'fin',
}
