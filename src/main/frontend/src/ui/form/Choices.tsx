import { Check } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { FieldError, useFieldError } from './Field';
import styles from './Tick.module.css';

/** One of a few. With `value` and `onChange` the parent keeps the choice, with `defaultValue` the form does. */
export function Choices(props: {
  name: string;
  legend: ReactNode;
  options: readonly { value: string; label: ReactNode }[];
  value?: string;
  defaultValue?: string;
  onChange?: (value: string) => void;
}) {
  const id = useId();
  const error = useFieldError(props.name);
  const controlled = props.value !== undefined;
  return (
    <div
      className={styles.group}
      role="radiogroup"
      aria-labelledby={`${id}-legend`}
      aria-invalid={error ? true : undefined}
      aria-describedby={error ? `${id}-error` : undefined}
    >
      <span id={`${id}-legend`} className={styles.legend}>
        {props.legend}
      </span>
      <div className={styles.choices}>
        {props.options.map((option) => (
          <label key={option.value} className={styles.choice}>
            <input
              type="radio"
              name={props.name}
              value={option.value}
              {...(controlled
                ? { checked: option.value === props.value }
                : { defaultChecked: option.value === props.defaultValue })}
              onChange={() => props.onChange?.(option.value)}
            />
            <Check />
            {option.label}
          </label>
        ))}
      </div>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  );
}
