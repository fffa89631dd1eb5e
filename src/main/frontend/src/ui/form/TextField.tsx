import type { ComponentProps, ReactNode } from 'react';
import { Field } from './Field';
import styles from './Field.module.css';

type TextFieldProps = Omit<ComponentProps<'input'>, 'className' | 'id' | 'name'> & {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
};

export function TextField({ name, label, hint, type = 'text', ...others }: TextFieldProps) {
  return (
    <Field name={name} label={label} hint={hint}>
      {(control) => (
        <input
          dir={type === 'text' || type === 'search' ? 'auto' : undefined}
          {...others}
          {...control}
          type={type}
          className={styles.input}
        />
      )}
    </Field>
  );
}
