/** What the server tells about the address of a member. */
export type AddressState = {
  emailVerified: boolean;
  /** Mail servers refuse the address. */
  emailRefused: boolean;
  verifiedAddressNeededFor: 'NOTHING' | 'MAILS' | 'REQUESTS_AND_MAILS';
};

export function mayAskForFeedback({ emailVerified, verifiedAddressNeededFor }: AddressState): boolean {
  return emailVerified || verifiedAddressNeededFor !== 'REQUESTS_AND_MAILS';
}

/** Whether mails about groups arrive, as far as the member wants them. */
export function getsMails({ emailVerified, emailRefused }: AddressState): boolean {
  return emailVerified && !emailRefused;
}
