/** Votes on one field from several places of a document. */
export class Votes<T> {
  private readonly weights = new Map<T, number>();

  add(value: T | null | undefined, weight = 1): void {
    if (value === null || value === undefined) return;
    this.weights.set(value, (this.weights.get(value) ?? 0) + weight);
  }

  /** Adds votes of one source, which together count at most `cap`. */
  addAll(values: readonly (T | null | undefined)[], cap: number): void {
    const given = values.filter((value): value is T => value !== null && value !== undefined);
    const each = Math.min(1, cap / Math.max(1, given.length));
    for (const value of given) this.add(value, each);
  }

  /** The values in order of their votes. */
  ranked(): T[] {
    return [...this.weights].sort((a, b) => b[1] - a[1]).map(([value]) => value);
  }

  /** The value with most votes; of equals the favourite, else the first for names and null for `strict` fields. */
  winner(favourite: T | null, strict = false): T | null {
    let best: T[] = [];
    let most = 0;
    for (const [value, weight] of this.weights) {
      if (weight > most + 1e-9) best = [];
      if (weight >= most - 1e-9) {
        best.push(value);
        most = Math.max(most, weight);
      }
    }
    if (favourite !== null && best.includes(favourite)) return favourite;
    return strict && best.length > 1 ? null : (best[0] ?? null);
  }
}
