import { useState } from 'react';
import { Link } from 'react-router';
import { className } from '@/lib/className';
import { plural } from '@/lib/plural';
import { Button } from '@/ui/button/Button';
import layout from '@/ui/layout/layout.module.css';
import { StateLabel } from '@/ui/state/StateLabel';
import { Time } from '@/ui/text/Time';
import { groupName } from './groupName';
import type { GroupProgress } from './groupProgress';
import { groupState } from './groupState';
import styles from './GroupList.module.css';

type Group = GroupProgress & { timeCreated: string };

const FIRST = 10;

/** The member's groups, newest first. Older ones appear after a press. */
export function GroupList({ groups }: { groups: Group[] }) {
  const [all, setAll] = useState(false);
  if (groups.length === 0) return null;
  return (
    <section className={className(layout.stack, styles.section)} aria-labelledby="groups">
      <h2 id="groups">Your groups</h2>
      <ul className={styles.groups}>
        {groups.slice(0, all ? undefined : FIRST).map((group) => (
          <GroupRow key={group.id} group={group} />
        ))}
      </ul>
      {groups.length > FIRST && !all && (
        <p>
          <Button
            onClick={() => {
              setAll(true);
            }}
          >
            Show all {groups.length} groups
          </Button>
        </p>
      )}
    </section>
  );
}

function GroupRow({ group }: { group: Group }) {
  const { number, genres } = groupName(group.name);
  const { lamp, words } = groupState(group);
  return (
    <li className={styles.group}>
      <span className={styles.number} aria-hidden="true">
        {number}
      </span>
      <div className={styles.about}>
        <Link to={`/group/${group.id}`} className={styles.link}>
          {number && <span className={layout.hidden}>Feedback Group #{number} -</span>} {genres}
        </Link>
        <p className={className(layout.small, layout.soft)}>
          {group.track === null ? 'No track, you only give' : <bdi>{group.track}</bdi>} ·{' '}
          <Time value={group.timeCreated} />
          {group.received > 0 && ` · ${plural(group.received, 'response')}`}
        </p>
      </div>
      <div className={styles.state}>
        <StateLabel state={lamp}>{words}</StateLabel>
      </div>
    </li>
  );
}
