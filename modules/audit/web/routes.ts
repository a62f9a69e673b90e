/** Addresses of the trace's pages in the back office, for other modules' pages there. */
export { urls } from './back-office/routes.ts'
