/** Music services send empty names. */
export function releaseName(name: string): string {
  return name.trim() || 'Release without a name';
}

export function artistName(name: string): string {
  return name.trim() || 'Artist without a name';
}
