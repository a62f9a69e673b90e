/** Sentences of the terms of use, for everybody. */
export const fr = {
  title: 'Conditions d’utilisation',
  footer: 'Conditions d’utilisation',
  version: (number: number) => `Version ${number}`,
  states: {
    past: 'Cette version ne s’applique plus.', 'in-force': 'C’est la version qui s’applique aujourd’hui.',
    coming: 'Cette version ne s’applique pas encore.',
  },
  text: 'Le texte', from: 'Date d’application', changes: 'Ce qui change', accepted: 'Vous l’avez acceptée',
  versions: 'Toutes les versions', current: 'version actuelle',
  line: (number: number, date: string) => `Version ${number}, à partir du ${date}`,
  asked: {
    changed: 'Les conditions d’utilisation ont changé',
    first: 'Avant de continuer, lisez les conditions d’utilisation',
    changedLead: 'Pour continuer avec votre compte, lisez ce qui change, puis acceptez. Cela prend quelques minutes.',
    firstLead: 'Elles disent à quoi sert ce service, ce qu’il fait de vos données et ce qui est attendu de chaque personne.',
    toEnd: 'Aller directement à la fin du texte',
    text: (number: number) => `Le texte entier (version ${number})`,
    appliesFrom: 'Elles s’appliquent depuis le',
    end: 'Votre réponse',
    accept: 'J’accepte les conditions d’utilisation',
    acceptAndSend: 'J’accepte, et je continue',
    kept: 'Ce que vous avez demandé n’est pas perdu : ce sera fait dès que vous aurez accepté.',
    left: {
      file: 'Si vous aviez choisi un fichier, il faudra le choisir de nouveau.',
      secret: 'Si vous aviez donné un code ou un mot de passe, il faudra le donner de nouveau.',
    },
    decline: 'Si vous n’acceptez pas',
    declineLead:
      'Vous pouvez lire toutes les pages publiques sans compte. '
      + 'Vos données restent à vous : rien n’est supprimé si vous ne le demandez pas.',
    signOut: 'Me déconnecter', data: 'Récupérer mes données', deletion: 'Supprimer mon compte',
    notice: 'Les conditions d’utilisation ont changé.', noticeFirst: 'Les conditions d’utilisation attendent votre accord.',
    noticeLink: 'Les lire et répondre',
  },
  refusals: {
    'terms-not-accepted': 'Acceptez d’abord les conditions d’utilisation : elles sont montrées sur la prochaine page que vous ouvrez.',
    'terms.replaced': 'Une version plus récente a été publiée. Lisez-la avant d’accepter.',
    'terms.by-session': 'Les conditions s’acceptent en personne, sur le site, depuis son propre compte.',
  } as Record<string, string>,
  done: { acceptTerms: 'Merci. Votre accord est enregistré.' } as Record<string, string>,
}
