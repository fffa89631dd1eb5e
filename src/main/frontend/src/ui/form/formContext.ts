import { createContext, useContext } from 'react';
import { untouched, type FormState } from '@/lib/formState';

/** What a form tells its fields and its button. */
type FormContextValue = { state: FormState; pending: boolean };

export const FormContext = createContext<FormContextValue>({ state: untouched, pending: false });

/** The form around a component. Outside a form: one that was never submitted. */
export function useForm(): FormContextValue {
  return useContext(FormContext);
}
