let member: string | null = null;

/** The member whose pages this document shows, from the first answer about the session on. It does not change: see `loadAgain`. */
export function setSignedInAs(id: string): void {
  member ??= id;
}

export function signedInAs(): string | null {
  return member;
}
