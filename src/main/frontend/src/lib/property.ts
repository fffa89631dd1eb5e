/** A property of a value of unknown shape. Undefined if the value is no object, or has no such property. */
export function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
