/** The only entrance of other modules into search. Each function runs in the caller's transaction or connection. */
export { put, type Document } from './put.ts'
export { remove } from './remove.ts'
export { count } from './count.ts'
export { find, type Found, type Question, type Sort } from './find.ts'
export { suggest, type Suggestion } from './suggest.ts'
