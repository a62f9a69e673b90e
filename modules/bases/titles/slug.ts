const LONGEST = 80

/** A title as an address: `L’été à Ærø` gives `l-ete-a-aero`. Empty when the title has no letter nor digit. */
export const slugOf = (title: string): string => title
  .replaceAll(/[œŒ]/g, 'oe').replaceAll(/[æÆ]/g, 'ae').replaceAll('ß', 'ss').replaceAll(/[øØ]/g, 'o')
  .normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  .replaceAll(/[^a-z0-9]+/g, '-').slice(0, LONGEST).replaceAll(/^-+|-+$/g, '')
