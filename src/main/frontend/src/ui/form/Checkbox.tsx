import { useId, type ComponentProps, type ReactNode } from 'react';
import { className } from '@/lib/className';
import { FieldError, useFieldError } from './Field';
import fieldStyles from './Field.module.css';
import styles from './Tick.module.css';

type CheckboxProps = Omit<ComponentProps<'input'>, 'className' | 'id' | 'name' | 'type'> & {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
};

/** Part of a form: takes effect when the form is sent. */
export function Checkbox({ name, label, hint, ...others }: CheckboxProps) {
  const id = useId();
  const error = useFieldError(name);
  const describedBy = className(hint ? `${id}-hint` : null, error ? `${id}-error` : null);
  return (
    <div>
      <label className={styles.check} htmlFor={id}>
        <input
          {...others}
          id={id}
          type="checkbox"
          name={name}
          aria-labelledby={`${id}-label`}
          aria-describedby={describedBy || undefined}
          aria-invalid={error ? true : undefined}
          className={styles.box}
        />
        <span className={styles.text}>
          <span id={`${id}-label`}>{label}</span>
          {hint && (
            <span id={`${id}-hint`} className={fieldStyles.hint}>
              {hint}
            </span>
          )}
        </span>
      </label>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  );
}
