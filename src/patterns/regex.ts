/** Compiles the expressions of pattern packs with XRegExp: free spacing and named subpatterns `{{name}}`. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type XRegExpType from 'xregexp';
import { observed, type Sighting } from './observe.ts';

export type Subpatterns = Readonly<Record<string, string>>;

/** Replaces each `{{name}}` by its subpattern in a non-capturing group, to any depth; an unknown name is an error. */
export function expand(source: string, subpatterns: Subpatterns, depth = 0): string {
  if (depth > 20) throw new Error(`subpatterns nest too deeply in: ${source}`);
  return source.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const sub = subpatterns[name];
    if (sub === undefined) throw new Error(`unknown subpattern {{${name}}} in: ${source}`);
    return `(?:${expand(sub, subpatterns, depth + 1)})`;
  });
}

type XRegExpMade = RegExp & { readonly xregexp?: { readonly captureNames: readonly (string | null)[] | null } };

/** An expression as the engine takes it, and the names of its groups in their order. */
export interface Plain {
  readonly source: string;
  readonly flags: string;
  readonly names: readonly (string | null)[];
}

/** What `scripts/parse-packs.mjs` leaves in a built program: loading XRegExp and asking it takes longer than a document. */
const SAVED = new URL('../expressions.json', import.meta.url);
let saved: ReadonlyMap<string, Plain> | null = null;
/** What XRegExp was asked in this process. */
const asked = new Map<string, Plain>();

export const askedExpressions = (): Readonly<Record<string, Plain>> => Object.fromEntries(asked);

function plainOf(source: string, flags: string): Plain {
  saved ??= savedExpressions();
  const key = `${flags}/${source}`;
  return saved.get(key) ?? asked.get(key) ?? ask(source, flags, key);
}

function savedExpressions(): ReadonlyMap<string, Plain> {
  try {
    return new Map(Object.entries(JSON.parse(readFileSync(SAVED, 'utf8')) as Record<string, Plain>));
  } catch {
    return new Map();
  }
}

function ask(source: string, flags: string, key: string): Plain {
  const XRegExp: typeof XRegExpType = createRequire(import.meta.url)('xregexp');
  const made: XRegExpMade = XRegExp(source, flags);
  // What XRegExp hangs on an expression takes it off the engine's fast road.
  const plain = { source: made.source, flags: made.flags, names: made.xregexp?.captureNames ?? [] };
  asked.set(key, plain);
  return plain;
}

/** The names of the groups of each expression, in their order. */
const names = new WeakMap<RegExp, readonly (string | null)[]>();

/** A free-spacing Unicode expression with only named captures; `flags` are added to `xnu`. */
export function compile(source: string, subpatterns: Subpatterns = {}, flags = ''): RegExp {
  const expanded = expand(source, subpatterns);
  try {
    const plain = plainOf(expanded, `xnu${flags}`);
    const regex = new RegExp(plain.source, plain.flags);
    names.set(regex, plain.names);
    return observed(source, regex);
  } catch (error) {
    throw new Error(`bad expression ${source}: ${(error as Error).message}`);
  }
}

export interface Match {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly groups: Readonly<Record<string, string | undefined>>;
}

/** What src/patterns/observe.ts hangs on an expression. */
type Watched = RegExp & { readonly sighting?: Sighting };

/** The expression again, once searching from a place and once only exactly there: made once, for their `lastIndex`. */
const twins = new WeakMap<RegExp, { readonly search: RegExp; readonly sticky: RegExp }>();

function twin(regex: RegExp, sticky: boolean): RegExp {
  if (sticky && regex.sticky) return regex;
  let pair = twins.get(regex);
  if (!pair) {
    const flags = regex.flags.replace(/[gy]/g, '');
    pair = { search: new RegExp(regex.source, `${flags}g`), sticky: new RegExp(regex.source, `${flags}y`) };
    twins.set(regex, pair);
  }
  return sticky ? pair.sticky : pair.search;
}

/** The first match at or after `position`; with `sticky` only exactly there. */
export function match(regex: RegExp, text: string, position = 0, sticky = false): Match | null {
  const twice = twin(regex, sticky);
  twice.lastIndex = position;
  const found = twice.exec(text);
  if (!found) return null;
  const { sighting } = regex as Watched;
  if (sighting) sighting.seen++;
  const groups: Record<string, string | undefined> = {};
  const named = names.get(regex) ?? [];
  for (let i = 0; i < named.length; i++) {
    const name = named[i];
    if (name) groups[name] = found[i + 1];
  }
  return { start: found.index, end: found.index + found[0].length, text: found[0], groups };
}

/**
 * The place of the next character. From between the halves of a surrogate pair a Unicode expression matches at the first half
 * again, and a loop over empty matches would never end.
 */
export function nextCharacter(text: string, at: number): number {
  return at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
}

/** All matches from left to right; an empty match moves on by one character. */
export function* matches(regex: RegExp, text: string): Generator<Match> {
  let position = 0;
  while (position <= text.length) {
    const found = match(regex, text, position);
    if (!found) return;
    yield found;
    position = found.end > found.start ? found.end : nextCharacter(text, found.end);
  }
}
