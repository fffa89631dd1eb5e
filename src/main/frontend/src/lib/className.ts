/** Joins the names of classes. */
export function className(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}
