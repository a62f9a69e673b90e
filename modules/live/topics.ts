/** A session of the person may have ended: hubs look at once. */
export const CHECK = 'live.session-checked'
/** The person chose whether they show that they are there. */
export const PRESENCE_SET = 'live.presence-set'
