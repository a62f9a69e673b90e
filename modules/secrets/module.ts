import { module } from '#kernel/operation/module.ts'

/** Encrypts columns with keys that the database does not hold. */
export const secrets = module({
  name: 'secrets',
  folder: 'modules/secrets',
  privacy: {
    // Keys of the platform and of organisations, themselves encrypted.
    'secrets.data_key': 'none',
  },
})
