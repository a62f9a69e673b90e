/** What pages of a draft listen to: somebody else has written in it. */
export const draftWritten = 'bases.draft-written'
