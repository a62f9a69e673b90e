/** What mails say around the notifications that they carry. */
export const fr = {
  digest: (count: number) => count > 1 ? `Votre récapitulatif : ${count} notifications` : 'Votre récapitulatif : une notification',
  several: (count: number) => `${count} notifications`,
  open: 'Voir',
  openAll: 'Voir mes notifications',
  reply: 'Vous pouvez répondre à ce courriel : votre réponse sera ajoutée à la conversation.',
  choose: 'Choisir ce que je reçois par courriel',
  stop: (isDigest: boolean) => isDigest ? 'Ne plus recevoir de récapitulatif' : 'Ne plus recevoir ces courriels',
}
