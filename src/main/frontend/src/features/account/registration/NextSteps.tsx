import styles from './NextSteps.module.css';

/** What follows a registration. */
export function NextSteps() {
  return (
    <section className={styles.steps} aria-labelledby="next-steps">
      <h2 id="next-steps">What happens then</h2>
      <ol>
        <li>You open the link in our mail. That takes a minute.</li>
        <li>You ask for feedback: the link to your track, its genre, and your question.</li>
        <li>Soon you have a group. You write to the others, then you read what they wrote.</li>
      </ol>
    </section>
  );
}
