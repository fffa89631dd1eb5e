import { Star } from 'lucide-react';
import { useId, useRef, useState, type ReactNode } from 'react';
import { Button } from '@/ui/button/Button';
import { FieldError } from '@/ui/form/Field';
import layout from '@/ui/layout/layout.module.css';
import styles from './StarRating.module.css';
import { stars } from './stars';

/** One to five stars. A rating is final, so it is sent by a button, not by the choice of a star. */
export function StarRating(props: { legend: ReactNode; onRate: (stars: number) => void; busy?: boolean }) {
  const id = useId();
  const first = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<number>();
  const [missing, setMissing] = useState(false);
  const rate = () => {
    if (chosen !== undefined) {
      props.onRate(chosen);
    } else {
      setMissing(true);
      first.current?.focus();
    }
  };
  return (
    <fieldset aria-describedby={missing ? id : undefined}>
      <legend className={styles.legend}>{props.legend}</legend>
      <div className={styles.rating}>
        <div className={styles.line}>
          <span className={styles.set}>
            {stars.map(({ value, meaning }) => (
              <label key={value} className={styles.star} title={meaning}>
                <input
                  ref={value === 1 ? first : undefined}
                  type="radio"
                  name={id}
                  value={value}
                  checked={value === chosen}
                  onChange={() => {
                    setChosen(value);
                    setMissing(false);
                  }}
                />
                <Star />
                <span className={layout.hidden}>
                  {value} of 5, {meaning}
                </span>
              </label>
            ))}
          </span>
          <span className={styles.word} aria-hidden="true">
            {stars.find(({ value }) => value === chosen)?.meaning}
          </span>
        </div>
        {missing && <FieldError id={id}>Choose one to five stars first.</FieldError>}
        <Button busy={props.busy ?? false} onClick={rate}>
          {props.busy ? 'Sending' : 'Send rating'}
        </Button>
      </div>
    </fieldset>
  );
}
