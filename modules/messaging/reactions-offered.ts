/** The few signs that people put on a message, in their order on screen. Their names are in `web/conversing.fr.ts`. */
export const offered = ['agreed', 'thanks', 'well-done', 'heart', 'smile', 'looking'] as const
export type Reaction = typeof offered[number]
