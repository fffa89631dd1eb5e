import { className } from '@/lib/className';
import layout from '@/ui/layout/layout.module.css';
import styles from './Prompt.module.css';

/** Arabic and Hebrew have no italics. Not `:dir(rtl)`: the build rewrites it to the language of the page. */
const upright = /\p{Script=Arabic}|\p{Script=Hebrew}/u;

/** What the owner of a track wants to know. */
export function Prompt({ label, children }: { label: string; children: string | null | undefined }) {
  if (!children?.trim()) return null;
  return (
    <div className={layout.stackTight}>
      <p className={layout.label}>{label}</p>
      <p className={className(styles.prompt, upright.test(children) && styles.upright)} dir="auto">
        {children}
      </p>
    </div>
  );
}
