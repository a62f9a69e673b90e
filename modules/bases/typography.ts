const NO_BREAK = '\u00a0'

/** French puts a space before these signs, where no line may end: people type a plain one. Shown only, never stored. */
export const spaced = (text: string): string => text.replaceAll(/ (?=[:;!?»])|(?<=«) /g, NO_BREAK)
