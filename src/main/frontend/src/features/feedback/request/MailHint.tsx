import { Link } from 'react-router';
import type { AddressState } from '@/lib/addressState';

/** Where the mail about the group goes, or why none comes. */
export function MailHint({
  member: { username, emailVerified, emailRefused },
  mayAsk,
}: {
  member: AddressState & { username: string };
  /** False: the form says already that the address has to be verified. */
  mayAsk: boolean;
}) {
  if (emailRefused) {
    return (
      <>
        No mail will come: the mail server of <bdi>{username}</bdi> has refused our last mails.{' '}
        <Link to="/settings">Check the address</Link>
      </>
    );
  }
  if (!emailVerified && mayAsk) {
    return (
      <>
        No mail will come until you open the link that was mailed to <bdi>{username}</bdi>.{' '}
        <Link to="/settings">Send it again</Link>
      </>
    );
  }
  return (
    <>
      To <bdi>{username}</bdi>
    </>
  );
}
