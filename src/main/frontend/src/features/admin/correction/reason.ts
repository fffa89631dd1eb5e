/** What the operator entered in a field of a correction. */
export function entered(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

export function reasonIn(form: FormData): string {
  return entered(form, 'reason');
}

/** Null if the field is empty: the server rejects an empty reason. */
export function optionalReason(form: FormData): string | null {
  return reasonIn(form).trim() || null;
}
