/**
 * Looks for hundreds of expressions at once. The few characters at a place say which of them can match there, and only
 * those are tried. What lies around a match (look-behind, look-ahead, edges) is left to the expression itself.
 */
import { type Node, parseExpression, Unparsable } from './parse.ts';

/** So many characters are looked at. */
const DEPTH = 4;
/** No more is remembered of what follows what: a text made to be hard never repeats. */
const MOST_FOLLOWED = 20_000;

/** A place inside an expression, where it wants a character or, without `test`, has matched. */
interface Step {
  readonly id: number;
  /** Index of the expression. */
  readonly owner: number;
  readonly test: ((c: string) => boolean) | null;
  readonly next: readonly Step[];
}

/** Where the expressions stand after a prefix. */
class Prefix {
  /** The expressions that can still match, in their order. */
  readonly owners: readonly number[];
  /** None of them wants another character. */
  readonly closed: boolean;
  readonly after = new Map<number, Prefix>();

  constructor(readonly steps: readonly Step[]) {
    this.owners = [...new Set(steps.map(({ owner }) => owner))].sort((a, b) => a - b);
    this.closed = steps.every(({ test }) => test === null);
  }
}

export interface Found {
  /** Index of the expression. */
  readonly index: number;
  readonly start: number;
  readonly end: number;
}

export class Search {
  private readonly root: Prefix;
  /** What was met before: by the steps, and how many followed what. */
  private readonly prefixes = new Map<string, Prefix>();
  private followed = 0;

  /** The expressions must be sticky where the search is to run them. */
  constructor(private readonly regexes: readonly RegExp[]) {
    this.root = new Prefix(beginnings(regexes));
  }

  /** All matches that are not empty, by place, then by expression; those of one expression do not overlap. */
  all(text: string): Found[] {
    const found: Found[] = [];
    const free = new Int32Array(this.regexes.length);
    for (let start = 0; start < text.length; start++) {
      if (isSecondHalf(text.charCodeAt(start))) continue;
      for (const index of this.candidates(text, start)) {
        if (start < (free[index] as number)) continue;
        const regex = this.regexes[index] as RegExp;
        regex.lastIndex = start;
        if (!regex.test(text) || regex.lastIndex === start) continue;
        found.push({ index, start, end: regex.lastIndex });
        free[index] = regex.lastIndex;
      }
    }
    return found;
  }

  /** The first of the expressions that matches at a place. */
  first(text: string, start: number): Found | null {
    for (const index of this.candidates(text, start)) {
      const regex = this.regexes[index] as RegExp;
      regex.lastIndex = start;
      if (regex.test(text)) return { index, start, end: regex.lastIndex };
    }
    return null;
  }

  /** The expressions that can match at a place, by index in ascending order. */
  candidates(text: string, start: number): readonly number[] {
    let prefix = this.root;
    for (let i = start; i < start + DEPTH && i < text.length && !prefix.closed; i++) {
      const code = text.charCodeAt(i);
      // Half of a character says nothing.
      if (isHalf(code)) break;
      prefix = prefix.after.get(code) ?? this.grow(prefix, code);
    }
    return prefix.owners;
  }

  private grow(prefix: Prefix, code: number): Prefix {
    if (this.followed++ > MOST_FOLLOWED) this.forget();
    const character = String.fromCharCode(code);
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
const isSecondHalf = (code: number) => code >= 0xdc00 && code <= 0xdfff;

/** Where the expressions begin; one that cannot be parsed may begin with anything. */
function beginnings(regexes: readonly RegExp[]): readonly Step[] {
  let id = 0;
  return regexes.flatMap((regex, owner) => {
    const step = (test: Step['test'], next: readonly Step[]): Step => ({ id: id++, owner, test, next });
    const end = [step(null, [])];
    try {
      return begin(parseExpression(regex.source), end, step);
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
): readonly Step[] {
  switch (node.kind) {
    case 'atom':
      return [step(node.test, next)];
    case 'sequence':
      return node.nodes.reduceRight((after, each) => begin(each, after, step), next);
    case 'choice':
      return node.nodes.flatMap((each) => begin(each, next, step));
    case 'repeat': {
      let steps = next;
      // More rounds than characters that are looked at make no difference.
      for (let round = Math.min(node.max, DEPTH); round > 0; round--) {
        const again = begin(node.node, steps, step);
        steps = round > node.min ? [...new Set([...again, ...next])] : again;
      }
      return steps;
    }
    case 'look':
    case 'edge':
      return next;
  }
}
