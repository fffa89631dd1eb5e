import { plural } from '@/lib/plural';

const words = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];

/** A count at the start of a sentence, for example `Two forms`. Above ten: digits. */
export function countInWords(count: number, one: string, many = `${one}s`): string {
  const word = words[count];
  return word ? `${word} ${count === 1 ? one : many}` : plural(count, one, many);
}
