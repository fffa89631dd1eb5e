import { createContext } from 'react';

/** The name of the account whose drafts the fields below keep. Null: nobody is signed in. */
export const DraftOwner = createContext<string | null>(null);
