import { createContext } from 'react';

/** Reports what a correction has changed. */
export const CorrectionContext = createContext<(message: string) => void>(() => undefined);
