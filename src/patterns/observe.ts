/**
 * Which expressions of the packs ever match: `gongkai patterns lint` compiles the packs under observation, runs their
 * examples and asks. Outside of `observing` nothing is watched and nothing costs.
 */

export interface Sighting {
  /** As the pack writes it, before subpatterns are filled in; perhaps with an anchor or a group that the stage added. */
  readonly source: string;
  readonly regex: RegExp;
  /** How often it matched so far. */
  seen: number;
}

class Observed extends RegExp {
  declare sighting?: Sighting;

  /** `matchAll` and `split` search with a copy of the expression. */
  constructor(pattern: RegExp | string, flags?: string) {
    super(pattern, flags);
    if (pattern instanceof Observed) this.sighting = pattern.sighting;
  }

  override exec(text: string): RegExpExecArray | null {
    const found = super.exec(text);
    if (found && this.sighting) this.sighting.seen++;
    return found;
  }
}

let sightings: Sighting[] | null = null;

/** Collects every expression that is compiled while `run` runs; their `seen` goes on counting afterwards. */
export function observing<T>(run: () => T): { readonly value: T; readonly sightings: readonly Sighting[] } {
  const outer = sightings;
  const own: Sighting[] = [];
  sightings = own;
  try {
    return { value: run(), sightings: own };
  } finally {
    sightings = outer;
  }
}

/** The expression itself, watched where someone observes. */
export function observed(source: string, regex: RegExp): RegExp {
  if (!sightings) return regex;
  const watched = Object.setPrototypeOf(regex, Observed.prototype) as Observed;
  watched.sighting = { source, regex, seen: 0 };
  sightings.push(watched.sighting);
  return watched;
}
