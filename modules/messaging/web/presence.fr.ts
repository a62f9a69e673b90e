/** Who is there, in a conversation. */
export const fr = {
  there: (names: readonly string[]) => `En ligne : ${new Intl.ListFormat('fr').format(names)}`,
}
