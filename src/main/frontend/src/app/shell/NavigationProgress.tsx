import { useNavigation } from 'react-router';
import { className } from '@/lib/className';
import styles from './NavigationProgress.module.css';

/** A line at the top while the next page loads. Screen readers hear the heading of that page instead. */
export function NavigationProgress() {
  const loading = useNavigation().state !== 'idle';
  return <div className={className(styles.line, loading && styles.loading)} aria-hidden="true" />;
}
