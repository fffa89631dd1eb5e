import layout from '@/ui/layout/layout.module.css';
import { Time } from '@/ui/text/Time';
import styles from './WhatHappensThen.module.css';

/** Beside the form: what happens to a request, with the time of the next assignment run. */
export function WhatHappensThen({ nextRun, trackless }: { nextRun: string | null; trackless: boolean }) {
  return (
    <section aria-labelledby="then">
      <h2 id="then" className={styles.heading}>
        What happens then
      </h2>
      <ol className={styles.steps}>
        <li>
          <b>
            {nextRun ? (
              <>
                Until <Time value={nextRun} />, your time
              </>
            ) : (
              'Until groups are made'
            )}
          </b>
          <p className={layout.soft}>You can change or withdraw the request.</p>
        </li>
        <li>
          <b>Then groups are made</b>
          <p className={layout.soft}>
            By genre, and by how well people write. A group has only a few tracks.
          </p>
        </li>
        <li>
          <b>You write to the others</b>
          <p className={layout.soft}>One form for each track. No member learns who wrote what.</p>
        </li>
        {!trackless && (
          <li>
            <b>Yours opens</b>
            <p className={layout.soft}>
              When all your forms are sent, you read what they wrote to you, and rate it.
            </p>
          </li>
        )}
      </ol>
    </section>
  );
}
