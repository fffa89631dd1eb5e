import { useEffect, useEffectEvent } from 'react';
import { useDraft } from '@/lib/useDraft';
import { Button } from '@/ui/button/Button';
import layout from '@/ui/layout/layout.module.css';
import { Prose } from '@/ui/text/Prose';
import { repliesDraft } from './repliesDraft';

/**
 * A text that can no longer be sent, because the form was sent, or the conversation closed, in another place.
 *
 * @param props.sent the text that was sent instead. The same text is not shown twice.
 */
export function UnsentDraft(props: { draftKey: string; sent?: string | null }) {
  const [draft, , dropText] = useDraft(props.draftKey);
  const [, , dropNoReplies] = useDraft(repliesDraft(props.draftKey));
  const dropDraft = () => {
    dropText();
    dropNoReplies();
  };
  const drop = useEffectEvent(dropDraft);
  const wasSent = draft !== '' && draft === props.sent;
  useEffect(() => {
    if (wasSent) drop();
  }, [wasSent]);
  if (draft === '' || wasSent) return null;
  return (
    <div className={layout.stackTight}>
      <p className={layout.label}>Not sent, and kept in this browser</p>
      <Prose>{draft}</Prose>
      <p>
        <Button onClick={dropDraft}>Remove this text</Button>
      </p>
    </div>
  );
}
