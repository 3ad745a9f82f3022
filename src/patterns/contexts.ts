/** Which of many rules can fit a stretch of text, by the few characters before it, in it and after it. */
import { type Prefix, Prefixes } from './prefixes.ts';

export interface Sides {
  /** Ends right before the stretch. */
  readonly left: RegExp | null;
  readonly inside: RegExp | null;
  /** Begins right after it. */
  readonly right: RegExp | null;
}

/** No more is remembered of what met what. */
const MOST_MET = 20_000;
type Meetings = Map<Prefix, Map<Prefix, Map<Prefix, readonly number[]>>>;

export class Contexts {
  private readonly lefts: Prefixes;
  private readonly insides: Prefixes;
  private readonly rights: Prefixes;
  private readonly met: Meetings = new Map();
  private meetings = 0;

  constructor(rules: readonly Sides[]) {
    this.lefts = new Prefixes(
      rules.map(({ left }) => left),
      'before',
    );
    this.insides = new Prefixes(rules.map(({ inside }) => inside));
    this.rights = new Prefixes(rules.map(({ right }) => right));
  }

  /** The rules that can fit `inside`, which stands in the text from `start` to `end`: by index in ascending order. */
  at(text: string, start: number, end: number, inside: string): readonly number[] {
    const left = this.lefts.at(text, start);
    const middle = this.insides.at(inside, 0);
    const right = this.rights.at(text, end);
    return this.met.get(left)?.get(middle)?.get(right) ?? this.meet(left, middle, right);
  }

  private meet(left: Prefix, middle: Prefix, right: Prefix): readonly number[] {
    if (this.meetings++ > MOST_MET) {
      this.met.clear();
      this.meetings = 0;
    }
    const owners = left.owners.filter((owner) => middle.owners.includes(owner) && right.owners.includes(owner));
    const ofLeft = this.met.get(left) ?? new Map<Prefix, Map<Prefix, readonly number[]>>();
    const ofBoth = ofLeft.get(middle) ?? new Map<Prefix, readonly number[]>();
    this.met.set(left, ofLeft.set(middle, ofBoth.set(right, owners)));
    return owners;
  }
}
