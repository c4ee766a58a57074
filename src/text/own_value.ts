/**
 * The value of a key in a table, which may be any text: `constructor`, which every object inherits, is not found.
 * `scripts/checks/check_lookups.ts` permits no other lookups by a text.
 */
export function ownValue<Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
