/** React Router wants one. It is never asked: apps/rendering/plain.ts renders all pages of the back office, none is taken over in the browser. */
export default function handleRequest(): never {
  throw new Error('No page of the back office is hydrated')
}
