/** Compiles the expressions of pattern packs with XRegExp: free spacing and named subpatterns `{{name}}`. */
import XRegExp from 'xregexp';

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

/** A free-spacing Unicode expression with only named captures; `flags` are added to `xnu`. */
export function compile(source: string, subpatterns: Subpatterns = {}, flags = ''): RegExp {
  const expanded = expand(source, subpatterns);
  try {
    return XRegExp(expanded, `xnu${flags}`);
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

/** The first match at or after `position`; with `sticky` only exactly there. */
export function match(regex: RegExp, text: string, position = 0, sticky = false): Match | null {
  const found = XRegExp.exec(text, regex, position, sticky ? 'sticky' : false);
  if (!found) return null;
  return { start: found.index, end: found.index + found[0].length, text: found[0], groups: found.groups ?? {} };
}

/** All matches from left to right; an empty match moves on by one. */
export function* matches(regex: RegExp, text: string): Generator<Match> {
  let position = 0;
  while (position <= text.length) {
    const found = match(regex, text, position);
    if (!found) return;
    yield found;
    position = found.end > found.start ? found.end : found.end + 1;
  }
}
