/** The context of a query for which the page does not wait. One object: urql starts a query again if its context is another one. */
export const withoutSuspense = { suspense: false };
