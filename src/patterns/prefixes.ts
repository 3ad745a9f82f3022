/**
 * Says of hundreds of expressions at once which can match at a place, by the few characters that follow it or stand
 * before it. What it leaves out cannot match; the rest must still be tried.
 */
import { type Node, parseExpression, Unparsable } from './parse.ts';
import { compile, type Subpatterns } from './regex.ts';

/** So many characters are looked at. */
const DEPTH = 12;
/** Of a repeat with more rounds only those that must be are followed. */
const MOST_ROUNDS = 3;
/** No more is remembered of what follows what: a text made to be hard never repeats. */
const MOST_FOLLOWED = 20_000;
/** Stands for the end of the text, behind which there is no character. */
const END = -1;

export type Direction = 'after' | 'before';

/** A place inside an expression, where it wants a character or, without `test`, has matched. */
interface Step {
  readonly id: number;
  /** Index of the expression. */
  readonly owner: number;
  readonly test: ((c: string) => boolean) | null;
  readonly next: readonly Step[];
}

/** What follows the empty prefix, by character: asked for at every place of every text, and quicker than a map. */
class Firsts {
  private pages: (Prefix | undefined)[][] = [];

  get(code: number): Prefix | undefined {
    return this.pages[(code + 1) >> 8]?.[(code + 1) & 0xff];
  }

  set(code: number, prefix: Prefix): void {
    const page = (code + 1) >> 8;
    while (this.pages.length <= page) this.pages.push([]);
    const places = this.pages[page] as (Prefix | undefined)[];
    while (places.length < 0x100) places.push(undefined);
    places[(code + 1) & 0xff] = prefix;
  }

  clear(): void {
    this.pages = [];
  }
}

/** Where the expressions stand after a prefix. */
export class Prefix {
  /** The expressions that can still match, in their order. */
  readonly owners: readonly number[];
  /** None of them wants another character. */
  readonly closed: boolean;
  readonly after: Map<number, Prefix> | Firsts;

  constructor(
    readonly steps: readonly Step[],
    first = false,
  ) {
    this.after = first ? new Firsts() : new Map();
    this.owners = [...new Set(steps.map(({ owner }) => owner))].sort((a, b) => a - b);
    this.closed = steps.every(({ test }) => test === null);
  }
}

export class Prefixes {
  private readonly root: Prefix;
  /** What was met before: by the steps, and how many followed what. */
  private readonly prefixes = new Map<string, Prefix>();
  private followed = 0;

  /** An expression that is null fits anywhere. Those that look `before` a place must end with it. */
  constructor(
    regexes: readonly (RegExp | null)[],
    private readonly direction: Direction = 'after',
  ) {
    this.root = new Prefix(beginnings(regexes, direction), true);
  }

  /** What the characters at a place leave over. Of the text nothing before `from` or from `to` on is seen. */
  at(text: string, place: number, from = 0, to = text.length): Prefix {
    return this.direction === 'after' ? this.following(text, place, to) : this.preceding(text, place, from);
  }

  private following(text: string, start: number, to: number): Prefix {
    let prefix = this.root;
    for (let i = start; i < start + DEPTH && !prefix.closed; i++) {
      const code = i < to ? text.charCodeAt(i) : END;
      // Half of a character says nothing.
      if (isHalf(code)) break;
      prefix = prefix.after.get(code) ?? this.grow(prefix, code);
      if (code === END) break;
    }
    return prefix;
  }

  private preceding(text: string, end: number, from: number): Prefix {
    let prefix = this.root;
    for (let i = end - 1; i >= end - DEPTH && !prefix.closed; i--) {
      const code = i >= from ? text.charCodeAt(i) : END;
      if (isHalf(code)) break;
      prefix = prefix.after.get(code) ?? this.grow(prefix, code);
      if (code === END) break;
    }
    return prefix;
  }

  private grow(prefix: Prefix, code: number): Prefix {
    if (this.followed++ > MOST_FOLLOWED) this.forget();
    const character = code === END ? '' : String.fromCharCode(code);
    const steps = new Set<Step>();
    for (const step of prefix.steps) {
      if (step.test === null) steps.add(step);
      else if (step.test(character)) for (const next of step.next) steps.add(next);
    }
    const all = [...steps];
    const key = all.map(({ id }) => id).join();
    const grown = this.prefixes.get(key) ?? new Prefix(all);
    this.prefixes.set(key, grown);
    prefix.after.set(code, grown);
    return grown;
  }

  private forget(): void {
    this.prefixes.clear();
    this.root.after.clear();
    this.followed = 0;
  }
}

const isHalf = (code: number) => code >= 0xd800 && code <= 0xdfff;

/** Where the expressions begin, or end where they are read from behind; one that cannot be parsed may begin with anything. */
function beginnings(regexes: readonly (RegExp | null)[], direction: Direction): readonly Step[] {
  let id = 0;
  return regexes.flatMap((regex, owner) => {
    const step = (test: Step['test'], next: readonly Step[]): Step => ({ id: id++, owner, test, next });
    const end = [step(null, [])];
    if (regex === null) return end;
    try {
      return begin(parseExpression(regex.source), end, step, direction);
    } catch (error) {
      if (error instanceof Unparsable) return end;
      throw error;
    }
  });
}

function begin(
  node: Node,
  next: readonly Step[],
  step: (test: Step['test'], next: readonly Step[]) => Step,
  direction: Direction,
): readonly Step[] {
  switch (node.kind) {
    case 'atom':
      return [step(node.test, next)];
    case 'sequence':
      return direction === 'after'
        ? node.nodes.reduceRight((after, each) => begin(each, after, step, direction), next)
        : node.nodes.reduce((after, each) => begin(each, after, step, direction), next);
    case 'choice':
      return node.nodes.flatMap((each) => begin(each, next, step, direction));
    case 'repeat': {
      // After many characters of any kind nothing is known: a walk through all of them would never come to an end.
      let steps = node.max > MOST_ROUNDS ? [step(null, [])] : next;
      const least = Math.min(node.min, DEPTH);
      if (node.max > MOST_ROUNDS) {
        for (let round = 0; round < least; round++) steps = begin(node.node, steps, step, direction);
        return steps;
      }
      // More rounds than characters that are looked at make no difference.
      for (let round = Math.min(node.max, DEPTH); round > 0; round--) {
        const again = begin(node.node, steps, step, direction);
        steps = round > node.min ? [...new Set([...again, ...next])] : again;
      }
      return steps;
    }
    case 'edge':
      // Only the far edge is one that the characters tell: the near one is where the search stands.
      return node.edge === (direction === 'after' ? '$' : '^') ? [step((c) => c === '', next)] : next;
    case 'look': {
      // At the far end what is looked at is all that follows; elsewhere it is left to the expression.
      const last =
        !node.negative && node.behind === (direction === 'before') && next.every(({ test }) => test === null);
      return last ? begin(node.node, next, step, direction) : next;
    }
  }
}

/** An expression for what stands right beside a place, and a quick look whether it can match there. */
export interface Beside {
  readonly regex: RegExp;
  /** Of the text nothing before `from` is seen. */
  can(text: string, place: number, from?: number): boolean;
}

export function beside(source: string, subpatterns: Subpatterns, direction: Direction): Beside {
  const regex = compile(source, subpatterns);
  const prefixes = new Prefixes([regex], direction);
  return { regex, can: (text, place, from = 0) => prefixes.at(text, place, from).owners.length > 0 };
}
