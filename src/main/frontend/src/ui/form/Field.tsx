import { TriangleAlert } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { className } from '@/lib/className';
import styles from './Field.module.css';
import { useForm } from './formContext';

/** The attributes that tie a control to its label, hint and error. */
export type ControlProps = {
  id: string;
  name: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
};

/** The error of a field after the last submission of the form around it. */
export function useFieldError(name: string): string | undefined {
  return useForm().state.errors[name];
}

export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={id} className={styles.error}>
      <TriangleAlert />
      <span>{children}</span>
    </p>
  );
}

/** Label, hint, control and error, in this order. */
export function Field(props: {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** Below the control, for example the number of words. */
  below?: ReactNode;
  children: (control: ControlProps) => ReactNode;
}) {
  const id = useId();
  const error = useFieldError(props.name);
  const describedBy = className(
    props.hint ? `${id}-hint` : null,
    error ? `${id}-error` : null,
    props.below ? `${id}-below` : null,
  );
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {props.label}
      </label>
      {props.hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {props.hint}
        </p>
      )}
      {props.children({
        id,
        name: props.name,
        'aria-describedby': describedBy || undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      {props.below && (
        <div id={`${id}-below`} className={styles.below}>
          {props.below}
        </div>
      )}
    </div>
  );
}
