/** The terms of the demonstration's service, as its team wrote them. */
export const terms = {
  changes: 'C’est la première version : elle dit à quoi sert le service, ce qu’il garde de vous et ce qui est attendu de chaque personne.',
  body: `# À quoi sert ce service

Il permet de lire, d’écrire et de partager des ressources utiles à l’accompagnement, d’échanger avec d’autres personnes et de travailler
à plusieurs au sein d’une organisation. Il est gratuit.

# Votre compte

- Vous donnez votre vrai prénom et votre vrai nom aux personnes avec qui vous travaillez ; votre profil reste privé si vous le souhaitez.
- Votre compte est à vous seul : vous ne le prêtez pas. Si une personne de l’équipe doit
  vous aider dans votre compte, elle vous le demande avant.
- Vous pouvez partir à tout moment, en emportant ce que vous avez écrit.

# Ce que vous publiez

- Ce que vous écrivez reste à vous. En publiant, vous choisissez la licence qui dit ce que les autres peuvent en faire.
- Vous ne publiez ni ce que la loi interdit, ni les données personnelles d’une autre personne.
- Si une publication est signalée, une personne de l’équipe de modération la lit. Elle explique sa décision, que vous pouvez contester.

# Vos données

- Le service garde ce que vous lui confiez tant que votre compte existe. Rien n’est vendu, rien ne sert à la publicité.
- La page [Mes données](/mes-donnees) permet d’en recevoir une copie, de savoir qui les a consultées et de supprimer votre compte.
- Un compte où personne ne vient pendant un an est supprimé, après trois courriels qui préviennent.

# Si ces conditions changent

Une phrase vous dira ce qui change avant que vous ne continuiez. Les anciennes versions restent lisibles.
`,
}
