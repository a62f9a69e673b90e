/** Says of a component of `design/` that uses a context that it belongs to the browser too, as Next.js asks. */
module.exports = (source) => `'use client'\n${source}`
