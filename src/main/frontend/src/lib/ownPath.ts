/** The path within this website that `next` names, or `/`. Keeps links to other websites out of redirects. */
export function ownPath(next: string | null): string {
  if (!next?.startsWith('/')) return '/';
  try {
    const url = new URL(next, location.origin);
    return url.origin === location.origin && next[1] !== '/' && next[1] !== '\\'
      ? url.pathname + url.search + url.hash
      : '/';
  } catch {
    return '/';
  }
}
