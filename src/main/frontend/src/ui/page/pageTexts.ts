/** Texts that pages of several features show. */

export const notLoaded = 'This page did not load';

export const nothingHere = 'Nothing here';

export const signedOut = 'You are signed out.';

export const signedOutTextKept = `${signedOut} What you typed is kept.`;
