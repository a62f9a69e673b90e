/** Sentences of announcements that people read, and that those in charge of an organisation write with. */
export const fr = {
  feature: 'Annonces',
  kinds: { family: 'Annonces', label: 'Une annonce de votre organisation ou du service', urgent: 'Une annonce urgente',
    title: (title: string) => `Annonce : ${title}` },
  mine: {
    title: 'Annonces', lead: 'Ce que votre organisation et le service vous disent.',
      empty: 'Il n’y a pas d’annonce pour vous en ce moment.',
    columns: { title: 'Annonce', at: 'Reçue' }, toAcknowledge: 'à confirmer', write: (name: string) => `Annonces de ${name}`,
      inCharge: 'Vous pouvez faire des annonces', critical: 'urgent',
  },
  one: {
    from: (organisation: string | null) => organisation ?? 'Le service', until: 'Jusqu’au', at: 'Reçue',
    asks: 'On vous demande de confirmer que vous avez lu cette annonce.', acknowledge: 'J’ai lu cette annonce',
      acknowledged: 'Vous avez confirmé votre lecture',
  },
  organisation: {
    title: 'Annonces de l’organisation',
      lead: (name: string) => `Dites quelque chose aux personnes de ${name}, ou à une partie d’entre elles.`,
    whom: 'À qui ?', role: 'Catégorie de personnes', anyRole: 'Toutes', group: 'Groupe', anyGroup: 'Tous', see: 'Voir combien de personnes',
    write: 'Écrire l’annonce', past: 'Annonces faites',
  },
  write: {
    reach: (count: number) => count === 0 ? 'Cette annonce n’atteindra personne.' : count === 1
      ? 'Cette annonce atteindra une personne.' : `Cette annonce atteindra ${count.toLocaleString('fr-FR')} personnes.`,
    title: 'Titre', body: 'Texte', critical: 'Urgent : la montrer et l’envoyer par courriel aussitôt, quoi que chacun ait choisi',
    asks: 'Demander à chaque personne de confirmer qu’elle l’a lue', day: 'Jour', dayHint: 'Vide : maintenant.', time: 'Heure',
      timeHint: 'Par exemple 08:00.',
    lastDay: 'Dernier jour', lastDayHint: 'Ensuite, elle ne se montre plus. Vide : pas de fin.', publish: 'Publier l’annonce',
  },
  list: {
    none: 'Aucune annonce n’a encore été faite.', older: 'Annonces plus anciennes', recall: 'Retirer',
      recallTitle: (title: string) => `Retirer « ${title} » ?`,
    recallWhat: 'Plus personne ne la verra, et les courriels qui ne sont pas partis ne partiront pas.',
      recallReason: 'Pourquoi la retirer ?',
    columns: { title: 'Annonce', audience: 'Pour qui', state: 'État', due: 'Quand', reached: 'Personnes atteintes',
      acknowledged: 'Lectures confirmées', recall: 'Retirer' },
    states: {
      scheduled: 'prévue', held: 'en attente : les annonces sont coupées', sending: 'en cours d’envoi', sent: 'envoyée',
        recalled: 'retirée',
      returned: 'rendue : les annonces étaient coupées', ended: 'terminée',
    } as Record<string, string>,
    everyone: 'Tout le monde', people: 'Des personnes choisies', notAsked: 'non demandées',
  },
  refusals: {
    'announcements.ends-before': 'Le dernier jour vient avant le début. Choisissez un jour plus tardif.',
    'announcements.no-such-role': 'Cette catégorie n’existe pas.',
    'announcements.no-such-group': 'Ce groupe n’est pas de cette organisation, ou personne n’y est.',
    'announcements.not-asked': 'Cette annonce ne demande pas de confirmation.',
    'announcements.over': 'Cette annonce ne se montre déjà plus.',
  } as Record<string, string>,
  done: {
    acknowledgeAnnouncement: 'Votre lecture est confirmée.',
      publishInOrganisation: 'L’annonce est enregistrée. La liste ci-dessous dit où elle en est.',
    recallInOrganisation: 'L’annonce est retirée.',
  } as Record<string, string>,
}
