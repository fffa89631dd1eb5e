/** Two letters for an account, from the part of its address before the `@`. */
export function initials(username: string): string {
  const [local = ''] = username.split('@');
  const words = local.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const [first = '', second] = words.map((word) => Array.from(word));
  return ((first[0] ?? '') + (second?.[0] ?? first[1] ?? '')).toLocaleUpperCase('en');
}
