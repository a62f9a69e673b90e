import type { SessionEnded } from '../late-form.ts'

type Because = SessionEnded['because']

/** Sentences of a form that came after its session had ended, and of a proof asked again. */
export const fr = {
  titles: {
    ended: 'Votre session est terminée',
    unsure: 'Est-ce bien vous qui avez écrit cela ?',
    other: 'Une autre personne est connectée',
  } satisfies Record<Because, string>,
  leads: {
    ended: () => 'Rien n’a été envoyé, et rien n’est perdu : cette page garde ce que vous avez écrit tant qu’elle reste ouverte.',
    unsure: (name: string) => `Cette page garde un formulaire rempli avant cette connexion. Vous êtes maintenant dans le compte de ${name}.`,
    other: (name: string) => `Ce formulaire a été rempli avec un autre compte que celui de ${name}. Rien n’a été envoyé.`,
  } satisfies Record<Because, (name: string) => string>,
  someone: 'quelqu’un d’autre',
  steps: {
    ended: ['Reconnectez-vous dans le nouvel onglet que ce bouton ouvre.', 'Revenez dans cet onglet-ci.', 'Envoyez à nouveau : c’est le même formulaire.'],
    unsure: [] as string[],
    other: [
      'Dans un nouvel onglet, déconnectez-vous, puis entrez avec le compte qui a rempli ce formulaire.', 'Revenez dans cet onglet-ci.',
      'Envoyez à nouveau : c’est le même formulaire.',
    ],
  } satisfies Record<Because, string[]>,
  signIn: 'Me reconnecter (nouvel onglet)',
  send: 'Envoyer à nouveau',
  sendAs: (name: string) => `Envoyer au nom de ${name}`,
  giveUp: 'Ne pas envoyer',
  left: {
    file: 'Si vous aviez choisi un fichier, il faudra le choisir de nouveau : un fichier ne peut pas être gardé par cette page.',
    secret: 'Un code ou un secret n’est jamais gardé : il faudra l’écrire de nouveau.',
  },
  typed: 'Ce que vous avez écrit',
  text: (at: number) => `Texte ${at}`,
  back: {
    title: 'Vous pouvez revenir à votre formulaire',
    lead: 'C’est fait. Fermez cet onglet : l’autre garde ce que vous avez écrit. Il reste à l’envoyer à nouveau.',
    home: 'Je n’ai plus l’autre onglet : aller à l’accueil',
  },
}
