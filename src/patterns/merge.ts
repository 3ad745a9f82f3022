/** Lays one pack over another: maps are merged, lists grow at their front, anything else is replaced. */

type Map = Record<string, unknown>;

export function isMap(value: unknown): value is Map {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const idOf = (item: unknown) => (isMap(item) && typeof item.id === 'string' ? item.id : null);

/**
 * Expressions are tried in order, so what is new stands in front and goes first. An entry with an `id` takes the place
 * of the entry with the same `id`.
 */
function overlayList(base: readonly unknown[], over: readonly unknown[]): unknown[] {
  const replaced = new Map(over.flatMap((item) => (idOf(item) === null ? [] : [[idOf(item), item] as const])));
  const known = new Set(base.map(idOf));
  const front = over.filter((item) => idOf(item) === null || !known.has(idOf(item)));
  return [
    ...front,
    ...base.map((item) => (replaced.has(idOf(item)) && idOf(item) !== null ? replaced.get(idOf(item)) : item)),
  ];
}

export function overlay(base: unknown, over: unknown): unknown {
  if (Array.isArray(base) && Array.isArray(over)) return overlayList(base, over);
  if (!isMap(base) || !isMap(over)) return over;
  const merged: Map = { ...base };
  for (const [key, value] of Object.entries(over)) {
    // `__proto__: …` in a user's file is a key like any other.
    const own = Object.hasOwn(base, key);
    Object.defineProperty(merged, key, {
      value: own ? overlay(base[key], value) : value,
      enumerable: true,
      writable: true,
      configurable: true,
    });
  }
  return merged;
}
