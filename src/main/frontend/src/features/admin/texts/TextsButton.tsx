import { Button } from '@/ui/button/Button';
import layout from '@/ui/layout/layout.module.css';
import { StatusRegion } from '@/ui/message/StatusRegion';
import type { Texts } from './useTexts';

/**
 * Shows what members wrote and who wrote it.
 *
 * @param what names it, for example `texts and authors`
 */
export function TextsButton({ what, texts }: { what: string; texts: Texts<unknown> }) {
  const shown = texts.data !== null;
  return (
    <div className={layout.row}>
      <Button busy={texts.busy} onClick={shown ? texts.hide : texts.show}>
        {shown ? `Hide ${what}` : `Show ${what} (recorded in the audit log)`}
      </Button>
      <StatusRegion>{texts.problem ?? (shown ? 'Shown, and recorded in the audit log.' : null)}</StatusRegion>
    </div>
  );
}
