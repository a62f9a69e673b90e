/** Words of a person's sheet in the back office. */
export const fr = { title: 'Organisations' }
