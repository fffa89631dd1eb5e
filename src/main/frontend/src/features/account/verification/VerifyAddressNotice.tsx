import { Link, useLocation } from 'react-router';
import { useViewer } from '@/features/account/viewer/viewer';
import { Notice } from '@/ui/message/Notice';
import { AddressRefused } from './AddressRefused';
import { SendLinkAgain } from './SendLinkAgain';
import { withoutVerifiedAddress } from './withoutVerifiedAddress';

/**
 * Says to a member that a mail with a link is waiting, or that mail servers refuse the address. Nothing if mails come. The link
 * opens in another tab: the shell asks for the viewer again when the member comes back to this one.
 */
export function VerifyAddressNotice() {
  const viewer = useViewer();
  const { pathname } = useLocation();
  // The settings say so beside the address.
  if (viewer === null || pathname === '/settings') return null;
  if (viewer.emailRefused) {
    return (
      <AddressRefused>
        {' '}
        in the <Link to="/settings">settings</Link>
      </AddressRefused>
    );
  }
  if (viewer.emailVerified) return null;
  return (
    <Notice kind="wait">
      <p>
        Until you open the link we mailed to <bdi>{viewer.username}</bdi>, {withoutVerifiedAddress(viewer)}.
      </p>
      <SendLinkAgain />
    </Notice>
  );
}
