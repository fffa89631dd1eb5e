/** A field of the form above a list. Its name is the parameter of the address. */
export type Filter = { name: string; label: string; hint?: string; minLength?: number } & (
  { kind: 'search' | 'text' | 'id' | 'date' } | { kind: 'choice'; options: Option[] }
);

type Option = { value: string; label: string };

/** @param any the words for no choice; null if there is always one */
export function choice(
  name: string,
  label: string,
  words: Record<string, string>,
  any: string | null = 'Any',
): Filter {
  const options = Object.entries(words).map(([value, text]) => ({ value, label: text }));
  return {
    name,
    label,
    kind: 'choice',
    options: any === null ? options : [{ value: '', label: any }, ...options],
  };
}

/** Finds a part of a name or text, by the index of the server. */
export function textSearch(name: string, label: string, hint: string): Filter {
  return {
    name,
    label,
    hint: `${hint} At least 3 letters or digits in a row.`,
    kind: 'search',
    minLength: 3,
  };
}

export function id(name: string, label: string, hint?: string): Filter {
  return { name, label, kind: 'id', ...(hint === undefined ? {} : { hint }) };
}
