import { module } from '#kernel/operation/module.ts'

/** Requests to machines of the public internet, at addresses that people gave. */
export const outside = module({ name: 'outside', folder: 'modules/outside' })
