import { graphql, readFragment, type FragmentType } from '@/api/gql';
import { className } from '@/lib/className';
import { Badge } from '@/ui/state/Badge';
import { Time } from '@/ui/text/Time';
import styles from './Conversation.module.css';

const Reply_reply = graphql(`
  fragment Reply_reply on Reply {
    id
    username
    text
    timeCreated
  }
`);

/** A reply by `You` or `Them`. Nothing else is known about its author. */
export function Reply(props: { reply: FragmentType<typeof Reply_reply>; isNew: boolean }) {
  const { username, text, timeCreated } = readFragment(Reply_reply, props.reply);
  return (
    <li className={className(styles.reply, username === 'You' && styles.own)}>
      <p className={styles.who}>
        <b>{username}</b>
        <Time value={timeCreated} />
        {props.isNew && <Badge kind="wait">new</Badge>}
      </p>
      <p className={styles.text} dir="auto">
        {text}
      </p>
    </li>
  );
}
