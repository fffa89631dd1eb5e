import { useLocation } from 'react-router';
import { useViewer } from '@/features/account/viewer/viewer';
import { Notice } from '@/ui/message/Notice';
import { SendLinkAgain } from './SendLinkAgain';

/**
 * Says to a member that a mail with a link is waiting. Nothing if the address is verified. The link opens in another tab: the
 * shell asks for the viewer again when the member comes back to this one.
 */
export function VerifyAddressNotice() {
  const viewer = useViewer();
  const { pathname } = useLocation();
  const waiting = viewer !== null && !viewer.emailVerified;
  // The settings say so beside the address.
  if (!waiting || pathname === '/settings') return null;
  return (
    <Notice kind="wait">
      <p>
        Until you open the link we mailed to <bdi>{viewer.username}</bdi>, you cannot ask for feedback, and no
        mails about groups come.
      </p>
      <SendLinkAgain />
    </Notice>
  );
}
