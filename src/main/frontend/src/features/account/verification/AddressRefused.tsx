import type { ReactNode } from 'react';
import { Notice } from '@/ui/message/Notice';
import { SendLinkAgain } from './SendLinkAgain';

/** What the member can do if mail servers refuse the address. */
export function AddressRefused({ children }: { children?: ReactNode }) {
  return (
    <Notice kind="wait">
      <p>
        The mail server of your address has refused our last mails, so none about groups come. If the address
        is wrong, change it{children}. If it is right, look whether your mailbox exists and is open. Then let
        us mail a link to it, and open that link.
      </p>
      <SendLinkAgain label="Send a link" />
    </Notice>
  );
}
