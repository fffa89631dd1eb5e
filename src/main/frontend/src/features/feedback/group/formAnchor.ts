/**
 * The id of the heading of a form.
 *
 * @param number its place in the group, from 1
 */
export function formAnchor(number: number): string {
  return `track-${number}`;
}
