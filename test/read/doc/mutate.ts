/** Seeded damage: the same seed always gives the same mutant of a file. */

/** mulberry32: small, seeded, good enough to choose places and bytes. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const EXTREMES = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff];

/** One to sixteen changes: bytes, numbers at their limits, stretches copied elsewhere, the end cut off. */
export function mutant(bytes: Uint8Array, seed: number): Uint8Array {
  const next = random(seed);
  const below = (n: number) => Math.floor(next() * n);
  let copy = Uint8Array.from(bytes);
  // Half of the damage goes where the structures are: the headers, and sectors chosen as a whole.
  const place = () => (below(2) === 0 ? below(Math.min(copy.length, 4096)) : below(copy.length));
  for (let changes = 1 + below(16); changes > 0 && copy.length > 16; changes--) {
    const at = place();
    const kind = below(8);
    if (kind < 3) copy[at] = below(256);
    else if (kind < 6) {
      const value = EXTREMES[below(EXTREMES.length)] as number;
      for (let i = 0; i < 4 && at + i < copy.length; i++) copy[at + i] = (value >>> (8 * i)) & 0xff;
    } else if (kind === 6) copy.copyWithin(at, place(), place());
    else if (below(4) === 0) copy = copy.slice(0, Math.max(16, below(copy.length)));
  }
  return copy;
}
