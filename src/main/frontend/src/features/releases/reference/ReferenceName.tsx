import { releaseName } from '@/features/releases/frame/names';
import layout from '@/ui/layout/layout.module.css';
import type { Reference } from './reference';
import styles from './ReferenceName.module.css';

/** Name and artists of a release, in the running text. */
export function ReferenceName({ release }: { release: Pick<Reference, 'name' | 'artistCredit'> }) {
  const { name, artistCredit } = release;
  return (
    <span className={styles.release}>
      <bdi className={styles.name}>{releaseName(name)}</bdi>{' '}
      {artistCredit.trim() && (
        <span className={layout.soft}>
          by <bdi>{artistCredit}</bdi>
        </span>
      )}
    </span>
  );
}
