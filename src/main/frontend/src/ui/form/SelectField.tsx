import { ChevronDown } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { className } from '@/lib/className';
import { Field } from './Field';
import styles from './Field.module.css';

type SelectFieldProps = Omit<ComponentProps<'select'>, 'className' | 'id' | 'name' | 'children'> & {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  options: readonly { value: string; label: string }[];
};

export function SelectField({ name, label, hint, options, ...others }: SelectFieldProps) {
  return (
    <Field name={name} label={label} hint={hint}>
      {(control) => (
        <div className={styles.box}>
          <select {...others} {...control} className={className(styles.input, styles.select)}>
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
          <span className={styles.arrow}>
            <ChevronDown />
          </span>
        </div>
      )}
    </Field>
  );
}
