const list = new Intl.ListFormat('fr-FR')

/** Those who write the same draft at the same time. */
export const fr = {
  unnamed: 'Une personne',
  together: (names: readonly string[]) => `${list.format(names)} ${names.length < 2 ? 'a' : 'ont'} aussi ce brouillon ouvert. Ce que chacun écrit paraît chez l’autre dès que c’est enregistré.`,
  here: (names: readonly string[]) => `${list.format(names)} ${names.length < 2 ? 'modifie' : 'modifient'} ce contenu`,
  lost: {
    title: 'Ce contenu a été retiré pendant que vous l’écriviez',
      kept: 'Votre texte est ci-dessous, tel que vous l’avez laissé. Vous pouvez l’ajouter de nouveau.',
    drop: 'Ne pas le garder',
  },
}
