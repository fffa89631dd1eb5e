import { useDeferredValue, type ComponentProps, type ReactNode } from 'react';
import { className } from '@/lib/className';
import { plural } from '@/lib/plural';
import { countCharacters, countWords } from '@/lib/words';
import { Field } from './Field';
import styles from './Field.module.css';
import { useForm } from './formContext';

/** From this share of the limit on, the number of characters is shown. */
const NEAR_LIMIT = 0.9;

type ProseFieldProps = Omit<
  ComponentProps<'textarea'>,
  'className' | 'id' | 'name' | 'value' | 'onChange'
> & {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  value: string;
  onChange: (text: string) => void;
  /** The least height, in lines. The field grows with its text. */
  rows?: number;
  /** Shows the number of words. */
  words?: boolean;
  maxCharacters?: number;
  /** At the end of the line below the field, for example whether the text is saved. */
  status?: ReactNode;
};

/** A text of several lines. */
export function ProseField({
  name,
  label,
  hint,
  value,
  onChange,
  rows = 6,
  words = false,
  maxCharacters,
  status,
  ...others
}: ProseFieldProps) {
  const { pending } = useForm();
  // Counting 20,000 characters must not hold up typing.
  const counted = useDeferredValue(value);
  const characters = maxCharacters === undefined ? null : <Characters text={counted} limit={maxCharacters} />;
  const hasBelow = words || characters !== null || status !== undefined;
  return (
    <Field
      name={name}
      label={label}
      hint={hint}
      below={
        hasBelow && (
          <>
            {words && <span>{plural(countWords(counted), 'word')} </span>}
            {characters} <span>{status}</span>
          </>
        )
      }
    >
      {(control) => (
        <textarea
          {...others}
          {...control}
          dir="auto"
          rows={rows}
          value={value}
          // What is typed while the form is sent would be lost with the kept text.
          readOnly={pending}
          onChange={(event) => {
            onChange(event.target.value);
          }}
          className={className(styles.input, styles.ruled)}
          // `field-sizing: content` ignores the rows.
          style={{ minBlockSize: `${rows}lh` }}
        />
      )}
    </Field>
  );
}

const numbers = new Intl.NumberFormat('en-GB');

function Characters({ text, limit }: { text: string; limit: number }) {
  const characters = countCharacters(text);
  if (characters <= limit * NEAR_LIMIT) return null;
  if (characters <= limit)
    return (
      <span>
        {numbers.format(characters)} of {numbers.format(limit)} characters
      </span>
    );
  return (
    <span className={styles.tooLong}>
      {plural(characters - limit, 'character')} too many: at most {numbers.format(limit)}
    </span>
  );
}
