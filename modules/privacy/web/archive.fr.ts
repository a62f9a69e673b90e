/** Words of the page that one takes away. */
export const words = {
  title: (site: string) => `Vos données sur ${site}`,
  lead: (name: string, date: string) => `Tout ce que le service gardait sur ${name}, le ${date}.`,
  how: 'Cette page se lit sans connexion. Le dossier « fichiers » contient ce que vous avez envoyé ; « donnees.json » contient les mêmes '
    + 'données, pour un autre service, et « schema.json » en décrit la forme.',
  contents: 'Sommaire', nothing: 'Rien n’est gardé ici.', yes: 'oui', no: 'non',
  count: (count: number) => `${count} élément${count > 1 ? 's' : ''}`,
  lost: 'Ce fichier n’était plus là quand vos données ont été préparées.',
  open: 'Ouvrir le fichier', you: 'vous',
}
