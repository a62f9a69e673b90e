import { fr } from './presence.fr.ts'

/** Who else is there now, where both show it. Nothing when nobody is. */
export const Presence = ({ present }: { present: readonly string[] }) =>
  present.length === 0 ? null : <p className="fr-hint-text">{fr.there(present)}</p>
