/**
 * `localStorage`, which a browser can block or fill up. Then values last as long as the page, so that nothing that depends on
 * them fails.
 */
const fallback = new Map<string, string>();

export function readStored(key: string): string | null {
  try {
    return localStorage.getItem(key) ?? fallback.get(key) ?? null;
  } catch {
    return fallback.get(key) ?? null;
  }
}

/** Returns whether the value outlives the page. */
export function store(key: string, value: string): boolean {
  try {
    localStorage.setItem(key, value);
    fallback.delete(key);
    return true;
  } catch {
    fallback.set(key, value);
    return false;
  }
}

export function removeStored(key: string): void {
  fallback.delete(key);
  try {
    localStorage.removeItem(key);
  } catch {
    // Storage is blocked, so there is nothing to remove.
  }
}

export function storedKeys(prefix: string): string[] {
  const keys = new Set(fallback.keys());
  try {
    Object.keys(localStorage).forEach((key) => keys.add(key));
  } catch {
    // Storage is blocked.
  }
  return [...keys].filter((key) => key.startsWith(prefix));
}
