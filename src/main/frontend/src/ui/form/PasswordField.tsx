import { Eye, EyeOff } from 'lucide-react';
import { useState, type ComponentProps, type ReactNode } from 'react';
import { className } from '@/lib/className';
import { IconButton } from '@/ui/button/IconButton';
import { Field } from './Field';
import styles from './Field.module.css';

type PasswordFieldProps = Omit<
  ComponentProps<'input'>,
  'className' | 'id' | 'name' | 'type' | 'autoComplete'
> & {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  autoComplete: 'current-password' | 'new-password';
};

/** A password, with a button that shows it. */
export function PasswordField({ name, label, hint, ...others }: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  return (
    <Field name={name} label={label} hint={hint}>
      {(control) => (
        <div className={styles.box}>
          <input
            {...others}
            {...control}
            type={shown ? 'text' : 'password'}
            autoCapitalize="none"
            spellCheck={false}
            className={className(styles.input, styles.withButton)}
          />
          <div className={styles.atEnd}>
            <IconButton
              label={shown ? 'Hide password' : 'Show password'}
              icon={shown ? <EyeOff /> : <Eye />}
              onClick={() => {
                setShown(!shown);
              }}
            />
          </div>
        </div>
      )}
    </Field>
  );
}
