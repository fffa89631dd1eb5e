import { useId, useRef, useState } from 'react';
import type { ConversationQuery } from '@/api/gql/graphql';
import { newReplyWord } from '@/features/feedback/feedbackTexts';
import { UnsentDraft } from '@/features/feedback/send/UnsentDraft';
import { useDraft } from '@/lib/useDraft';
import { Button } from '@/ui/button/Button';
import layout from '@/ui/layout/layout.module.css';
import { StatusRegion } from '@/ui/message/StatusRegion';
import styles from './Conversation.module.css';
import { newReplies, readReplies } from './newReplies';
import { Reply } from './Reply';
import { replyDraft } from './replyDraft';
import { ReplyForm } from './ReplyForm';
import { useMarkAsRead } from './useMarkAsRead';

export function Replies(props: {
  responseId: number;
  about: string;
  unread: number;
  invitation: string;
  replies: NonNullable<ConversationQuery['replies']>;
}) {
  const { responseId, about, unread, invitation } = props;
  const { replies, allowFurtherReplies } = props.replies;
  const heading = useRef<HTMLHeadingElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const headingId = useId();
  // What is new stays marked until the page is left.
  const [read] = useState(() => readReplies(replies, unread));
  const [newAtFirst] = useState(() => newReplies(replies, read).length);
  const [sent, setSent] = useState(false);
  const newIds = newReplies(replies, read);
  const arrived = newIds.length - newAtFirst;
  useMarkAsRead(list, newIds);
  const [draft] = useDraft(replyDraft(responseId));
  const [writing, setWriting] = useState(false);
  return (
    <section className={styles.conversation} aria-labelledby={headingId}>
      <h3 ref={heading} id={headingId} tabIndex={-1} className={styles.heading}>
        Conversation <span className={layout.hidden}>about {about}</span>
      </h3>
      {replies.length > 0 ? (
        <ol ref={list} className={styles.replies}>
          {replies.map((reply) => (
            <Reply key={reply.id} reply={reply} isNew={newIds.includes(reply.id)} />
          ))}
        </ol>
      ) : (
        allowFurtherReplies && <p className={layout.soft}>{invitation}</p>
      )}
      <StatusRegion>
        {arrived > 0 ? (
          <span className={layout.hidden}>{`${arrived} ${newReplyWord(arrived)}`}</span>
        ) : (
          sent && <span className={layout.soft}>Reply sent.</span>
        )}
      </StatusRegion>
      {!allowFurtherReplies ? (
        <>
          <p className={layout.soft}>This conversation is closed.</p>
          <UnsentDraft draftKey={replyDraft(responseId)} />
        </>
      ) : replies.length > 0 || writing || draft !== '' ? (
        <ReplyForm
          responseId={responseId}
          about={about}
          focused={writing}
          onSent={(closed) => {
            setSent(true);
            if (closed) heading.current?.focus();
          }}
        />
      ) : (
        <p>
          <Button
            onClick={() => {
              setWriting(true);
            }}
          >
            Write a reply <span className={layout.hidden}>about {about}</span>
          </Button>
        </p>
      )}
    </section>
  );
}
