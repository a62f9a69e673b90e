let next = (returnTo: string): string => returnTo

/** Where the app leads somebody who has just said their name, for the first time. @param given from where they were going */
export const configureWelcome = (given: (returnTo: string) => string): void => { next = given }
export const afterWelcome = (returnTo: string): string => next(returnTo)
