/** Why something is reported (Regulation (EU) 2022/2065, art. 16: a notice says why). */
export const reasons = ['unlawful', 'hateful', 'harassment', 'private-data', 'misleading', 'copyright', 'spam', 'other'] as const
export const decisions = ['dismiss', 'ask', 'hide'] as const
export type Decision = typeof decisions[number]
