/** What one table of a document knows of another's rows: codes for names, and parents of short paths. */
import type { Classification } from '../classification.ts';
import type { DraftFact } from '../draft.ts';
import type { RowState } from './rows.ts';

/** Folded subject name → the codes that the document's tables print for it, each with its path. */
export type PrintedCodes = Map<string, { code: string; path: string[] }[]>;

/** The names above a code, as far as the document prints them, and its own. */
function pathOf(code: string, names: ReadonlyMap<string, string>): string[] {
  const path: string[] = [];
  for (let length = 3; length <= code.length; length += 2) {
    const name = names.get(code.slice(0, length));
    if (name !== undefined) path.push(name);
  }
  return path;
}

/** The codes that the document prints, by folded name; parents missing from one table come from another. */
export function printedCodes(states: readonly RowState[]): { codes: PrintedCodes; names: Map<string, string> } {
  const printed = states.flatMap((state) => [...state.names]);
  const names = new Map<string, string>();
  for (const [code, name] of printed) if (!names.has(code)) names.set(code, name);
  const codes: PrintedCodes = new Map();
  const seen = new Set<string>();
  for (const [code, name] of printed) {
    if (seen.has(`${code} ${name}`)) continue;
    seen.add(`${code} ${name}`);
    const entry = { code, path: [...pathOf(code.slice(0, -2), names), name] };
    const known = codes.get(name);
    if (known) known.push(entry);
    else codes.set(name, [entry]);
  }
  return { codes, names };
}

/**
 * Rows without a code take the one that another table prints for the name, else the only one that the dictionary
 * knows; short paths take their parents from the table that prints them.
 */
export function complete(
  facts: readonly DraftFact[],
  { codes, names }: { codes: PrintedCodes; names: ReadonlyMap<string, string> },
  dictionary: Classification,
  year: number | null,
): void {
  for (const { subject } of facts) {
    if (!subject || (subject.scheme !== 'functional' && subject.scheme !== 'economic')) continue;
    const name = subject.path.at(-1) as string;
    if (subject.code === null) {
      const parents = subject.path.slice(0, -1);
      const printed = (codes.get(name) ?? []).filter((entry) => endsAlike(entry.path, parents));
      const distinct = new Set(printed.map((entry) => entry.code));
      if (distinct.size === 1) subject.code = [...distinct][0] as string;
      if (distinct.size === 0) subject.code = dictionary.code(subject.scheme, name, year, parents);
    }
    const above = subject.code === null ? [] : pathOf(subject.code.slice(0, -2), names);
    if (above.length >= subject.path.length) subject.path = [...above, name];
  }
}

/** A row without parents is a 类; one with parents has the same parent in the other table. */
function endsAlike(path: readonly string[], parents: readonly string[]): boolean {
  return parents.length === 0 ? path.length === 1 : path.at(-2) === parents.at(-1);
}
