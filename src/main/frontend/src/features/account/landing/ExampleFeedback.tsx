import layout from '@/ui/layout/layout.module.css';
import { Stars } from '@/ui/state/Stars';
import { Prose } from '@/ui/text/Prose';
import styles from './ExampleFeedback.module.css';
import { WAVE, wavePath } from './waveform';

const LENGTH_S = 4 * 60 + 12;

const notes = [
  {
    second: 31,
    text: 'The humming under the piano is the best sound here. I waited for it to come back, and it never did.',
  },
  {
    second: 92,
    text: 'The kick is not too loud, it is too long: its tail covers the first note of the bass. Try it at half the length.',
  },
  {
    second: 168,
    text: 'This is the first chorus again. Eight bars with almost nothing before it, and it would be a second one.',
  },
];

function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** What a member gets: remarks about moments of a track. */
export function ExampleFeedback() {
  return (
    <figure className={styles.example} aria-labelledby="example">
      <figcaption id="example" className={layout.rowBetween}>
        <strong>Half past four (rough mix)</strong>
        <span className={styles.caption}>One response, as the owner of the track reads it</span>
      </figcaption>
      <div className={styles.track} aria-hidden="true">
        <svg className={styles.wave} viewBox={`0 0 ${WAVE.width} ${WAVE.height}`} preserveAspectRatio="none">
          <path d={wavePath()} />
        </svg>
        {notes.map(({ second }) => (
          <span
            key={second}
            className={styles.mark}
            style={{ insetInlineStart: `${(100 * second) / LENGTH_S}%` }}
          />
        ))}
      </div>
      <ol className={styles.notes}>
        {notes.map(({ second, text }) => (
          <li key={second}>
            <span className={styles.moment}>{clock(second)}</span>
            <Prose>{text}</Prose>
          </li>
        ))}
      </ol>
      <p className={layout.row}>
        <Stars value={5}>Rated 5 of 5</Stars>
        <span className={styles.caption}>and two more responses, from two other members</span>
      </p>
    </figure>
  );
}
