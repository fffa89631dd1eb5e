import type { DraftState } from '@/lib/useDraft';
import { Button } from '@/ui/button/Button';
import { Time } from '@/ui/text/Time';

/** Below a field with a draft: whether and when it was saved, and whether another tab has another text. */
export function DraftStatus({ draft }: { draft: DraftState }) {
  if (draft.otherText !== null) {
    return (
      <>
        Another tab has a different text. What you type here replaces it.{' '}
        <Button variant="quiet" onClick={draft.takeOtherText}>
          Use the text of the other tab
        </Button>
      </>
    );
  }
  if (!draft.kept) return 'Not saved: this browser blocks storage. Keep this page open.';
  if (draft.savedAt === null) return null;
  return (
    <>
      Draft saved <Time value={draft.savedAt} />
    </>
  );
}
