import styles from './HowItWorks.module.css';

const steps = [
  { name: 'Ask', text: 'A link to your track, its genre, and your question.' },
  { name: 'Get a group', text: 'A few similar tracks are put together.' },
  { name: 'Write', text: 'Listen to the others, write to each. Until then, yours stays locked.' },
  { name: 'Read', text: 'Read what they wrote, say how much it helped, ask back.' },
];

export function HowItWorks() {
  return (
    <section className={styles.how} aria-labelledby="how">
      <h2 id="how">How it works</h2>
      <ol className={styles.steps}>
        {steps.map(({ name, text }, step) => (
          <li key={name}>
            <h3>
              {step + 1}. {name}
            </h3>
            <p>{text}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
