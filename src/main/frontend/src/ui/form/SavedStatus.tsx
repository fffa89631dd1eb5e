import type { SavedState } from '@/lib/SavedState';
import { Button } from '@/ui/button/Button';
import { Time } from '@/ui/text/Time';

/** Below a field whose text is kept in the browser: since when, and whether another tab has another text. */
export function SavedStatus({ saved }: { saved: SavedState }) {
  if (saved.otherText !== null) {
    return (
      <>
        Another tab has a different text. What you type here replaces it.{' '}
        <Button variant="quiet" onClick={saved.takeOtherText}>
          Use the text of the other tab
        </Button>
      </>
    );
  }
  if (!saved.kept) return 'Not saved: this browser blocks storage. Keep this page open.';
  if (saved.savedAt === null) return null;
  return (
    <>
      Saved in this browser <Time value={saved.savedAt} />
    </>
  );
}
