/** A file of the Annuaire académique fédérateur: pupils and staff, a parent, one who left; with an external DTD as the real ones have. */
export const anAaf = (more = '') => `<?xml version="1.0" encoding="ISO-8859-15"?>
<!DOCTYPE ficAlimMENESR SYSTEM "ficAlimMENESR.dtd">
<ficAlimMENESR>
${aRequest('addRequest', 'Eleve', '2867253', {
  sn: ['L\u2019Œuvrard'], givenName: ['Zoé'], ENTEleveINE: ['0123456789A'], ENTPersonStructRattach: ['1234'], ENTElevePersRelEleve: ['2867254$2$1$1$0$0'],
  ENTEleveClasses: ['1234$4E3', '4567$4E5'], ENTEleveGroupes: ['1234$4DP3', '1234$4LAT'], mail: [''],
})}
${aRequest('addRequest', 'PersRelEleve', '2867254', { sn: ['Œuvrard'], givenName: ['Luc'] })}
${aRequest('addRequest', 'PersEducNat', '77', {
  sn: ['Le Goff &amp; fils'], givenName: ['Yann'], mail: ['yann.le-goff@ac.example'], ENTPersonStructRattach: ['9'],
  ENTPersonFonctions: ['1234$ENS$ENSEIGNEMENT$L0202$LETTRES'], ENTAuxEnsClasses: ['1234$4E3', '1234$3A'],
})}
${aRequest('addRequest', 'PersEducNat', '78', { sn: ['Aubin'], givenName: ['Ève'], ENTPersonFonctions: ['1234$DIR$DIRECTION$-$-'] })}
${aRequest('deleteRequest', 'Eleve', '2867000')}
${more}
</ficAlimMENESR>
`

export const aRequest = (kind: string, category: string, id: string, attributes?: Record<string, string[]>): string => `<${kind}>
<operationalAttributes><attr name="categoriePersonne"><value>${category}</value></attr></operationalAttributes>
<identifier><id>${id}</id></identifier>
${attributes ? `<attributes>\n${Object.entries(attributes).map(([name, values]) =>
  `<attr name="${name}">${values.map((value) => value ? `<value>${value}</value>` : '<value/>').join('')}</attr>`).join('\n')}\n</attributes>\n` : ''}</${kind}>`

interface Pupil { id: string; ine: string; name: string; used?: string; first: string; left?: string; codes: string[] }

/** An export of SIECLE, classes after the pupils or before them. */
export const aSiecle = (pupils: readonly Pupil[], { uai = '0589902Y', structuresFirst = false } = {}): string => {
  const eleves = `<ELEVES>\n${pupils.map(({ id, ine, name, used, first, left }) => `<ELEVE ELEVE_ID="${id}" ELENOET="9${id}">
<ID_NATIONAL>${ine}</ID_NATIONAL><NOM_DE_FAMILLE>${name}</NOM_DE_FAMILLE>${used ? `<NOM_USAGE>${used}</NOM_USAGE>` : ''}<PRENOM>${first}</PRENOM>
<DATE_NAISS>01/02/2011</DATE_NAISS><CODE_SEXE>1</CODE_SEXE>${left ? `<DATE_SORTIE>${left}</DATE_SORTIE>` : ''}<DATE_ENTREE>01/09/2025</DATE_ENTREE>
</ELEVE>`).join('\n')}\n</ELEVES>`
  const structures = `<STRUCTURES>\n${pupils.map(({ id, codes }) => `<STRUCTURES_ELEVE ELEVE_ID="${id}" ELENOET="9${id}">${codes.map((code, at) =>
    `<STRUCTURE><CODE_STRUCTURE>${code}</CODE_STRUCTURE><TYPE_STRUCTURE>${at === 0 ? 'D' : 'G'}</TYPE_STRUCTURE></STRUCTURE>`).join('')}</STRUCTURES_ELEVE>`).join('\n')}\n</STRUCTURES>`
  return `<?xml version="1.0" encoding="ISO-8859-15"?>
<BEE_ELEVES VERSION="2.1">
<PARAMETRES><UAJ>${uai}</UAJ><ANNEE_SCOLAIRE>2026</ANNEE_SCOLAIRE><DATE_EXPORT>15/09/2026</DATE_EXPORT></PARAMETRES>
<DONNEES>
${structuresFirst ? `${structures}\n${eleves}` : `${eleves}\n${structures}`}
</DONNEES>
</BEE_ELEVES>
`
}

/** Bytes of ISO-8859-15, in which French administrations write. */
export const latin9 = (text: string): Buffer => Buffer.from(Array.from(text, (char) => ({ Œ: 0xbc, œ: 0xbd, Š: 0xa6, Ÿ: 0xbe, '€': 0xa4, '\u2019': 0x27 } as Record<string, number>)[char] ?? char.codePointAt(0)!))
