/** Colours of badges, which only repeat what their words say. */
export const kinds = { running: 'info', done: 'success', failed: 'error' } as const
export const healthKinds = { good: 'success', watch: 'warning', bad: 'error' } as const
