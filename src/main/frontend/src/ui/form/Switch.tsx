import { useId, type ReactNode } from 'react';
import fieldStyles from './Field.module.css';
import styles from './Tick.module.css';

/** Takes effect at once. While it is busy, it ignores clicks. */
export function Switch(props: {
  label: ReactNode;
  hint?: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
  busy?: boolean;
}) {
  const id = useId();
  return (
    <label className={styles.switch} htmlFor={id}>
      <span className={styles.text}>
        <span id={`${id}-label`}>{props.label}</span>
        {props.hint && (
          <span id={`${id}-hint`} className={fieldStyles.hint}>
            {props.hint}
          </span>
        )}
      </span>
      <input
        id={id}
        type="checkbox"
        role="switch"
        className={styles.track}
        checked={props.checked}
        aria-labelledby={`${id}-label`}
        aria-describedby={props.hint ? `${id}-hint` : undefined}
        aria-busy={props.busy ? true : undefined}
        onChange={(event) => {
          if (!props.busy) props.onChange(event.target.checked);
        }}
      />
    </label>
  );
}
