export { FetchError, type FetchFailure, type Outside } from './connection.ts'
export { fetchPublic, type Fetched, type FetchOptions } from './public-fetch.ts'
export { postPublic, type Posted } from './public-post.ts'
