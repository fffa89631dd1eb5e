/** The path within this website that `next` names, or `/`. Keeps links to other websites out of redirects. */
export function ownPath(next: string | null): string {
  if (!next?.startsWith('/') || !URL.canParse(next, location.origin)) return '/';
  const { origin, pathname, search, hash } = new URL(next, location.origin);
  // The path of `/.//evil.example` is `//evil.example`, which a browser takes for the address of another website.
  return origin === location.origin && !pathname.startsWith('//') ? pathname + search + hash : '/';
}
