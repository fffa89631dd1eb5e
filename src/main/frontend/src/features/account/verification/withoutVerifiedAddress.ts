import type { AddressState } from '@/lib/addressState';

/** What is not possible until the member opens the mailed link, as the end of a sentence. */
export function withoutVerifiedAddress({ verifiedAddressNeededFor }: AddressState): string {
  return verifiedAddressNeededFor === 'REQUESTS_AND_MAILS'
    ? 'you cannot ask for feedback, and no mails about groups come'
    : 'no mails about your requests and groups come';
}
