import layout from '@/ui/layout/layout.module.css';
import styles from './Prompt.module.css';

/** What the owner of a track wants to know. */
export function Prompt({ label, children }: { label: string; children: string | null | undefined }) {
  if (!children?.trim()) return null;
  return (
    <div className={layout.stackTight}>
      <p className={layout.label}>{label}</p>
      <p className={styles.prompt} dir="auto">
        {children}
      </p>
    </div>
  );
}
