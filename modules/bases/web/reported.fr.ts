/** Words for what people report. */
export const reported = { resource: 'ressource' }
