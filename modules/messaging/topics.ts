/** Something changed in a conversation: pages that show it fetch it again. */
export const topics = { written: 'messaging.written' } as const
