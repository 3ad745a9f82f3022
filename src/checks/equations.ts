/** Reads the equations of patterns/checks/equations.yaml: linear relations between concepts. */
import { z } from 'zod';
import { compiledOnce, type Patterns } from '../patterns/load.ts';
import { ConceptId } from '../patterns/schema.ts';
import { vocabulary } from '../patterns/vocabulary.ts';

export interface Term {
  readonly concept: string;
  /** A code of the economic classification, where the term is about one subject only. */
  readonly code: string | null;
  /** True where a document that has nothing under the concept leaves it out. */
  readonly optional: boolean;
}

/** Σ left = Σ right. */
export interface Form {
  readonly left: readonly Term[];
  readonly right: readonly Term[];
}

export interface Equation {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly source: string;
  readonly relation: 'equal' | 'at-most' | 'ratio';
  /** The relation holds if one of its forms does: documents split the same whole differently. */
  readonly forms: readonly Form[];
  /** A part that only a complete list has. */
  readonly closedBy: string | null;
  /** The parts are never all: only more than the whole is wrong. */
  readonly open: boolean;
  readonly severity: 'error' | 'warning' | null;
  readonly passes: readonly string[];
  readonly fails: readonly string[];
}

const Entry = z.strictObject({
  zh: z.string(),
  en: z.string(),
  source: z.string(),
  equation: z.string().optional(),
  /** Other ways to write it. */
  or: z.array(z.string()).default([]),
  /** a <= b */
  at_most: z.string().optional(),
  /** a = b / c */
  ratio: z.string().optional(),
  closed_by: ConceptId.nullable().default(null),
  open: z.boolean().default(false),
  severity: z.enum(['error', 'warning']).nullable().default(null),
  passes: z.array(z.string()).min(1),
  fails: z.array(z.string()).min(1),
});
export const EquationSchema = z.strictObject({ equations: z.record(z.string(), Entry) });

const TERM = /^(?<concept>[a-z][a-z_.0-9]*[a-z_0-9])(?:\[(?<code>\d{3,5})\])?(?<optional>\?)?$/;

function term(source: string, concepts: ReadonlyMap<string, unknown>): Term {
  const groups = TERM.exec(source.trim())?.groups;
  if (!groups?.concept) throw new Error(`equation term: ${source}`);
  if (!concepts.has(groups.concept)) throw new Error(`equation with an unknown concept: ${groups.concept}`);
  return { concept: groups.concept, code: groups.code ?? null, optional: groups.optional !== undefined };
}

/** `a + (b | c + d?)` gives the lists a + b and a + c + d?. */
export function sides(source: string): string[][] {
  const pieces = source.match(/\([^()]*\)|[^+()]+/g) ?? [];
  let lists: string[][] = [[]];
  for (const piece of pieces.map((p) => p.trim()).filter((p) => p !== '')) {
    const choices = piece.startsWith('(') ? piece.slice(1, -1).split('|') : [piece];
    lists = lists.flatMap((list) =>
      choices.map((choice) => [
        ...list,
        ...choice
          .split('+')
          .map((t) => t.trim())
          .filter((t) => t !== ''),
      ]),
    );
  }
  return lists;
}

function forms(source: string, mark: string, concepts: ReadonlyMap<string, unknown>): Form[] {
  const [left = '', right = '', ...more] = source.split(mark);
  if (more.length > 0 || right === '') throw new Error(`not an equation: ${source}`);
  return sides(left).flatMap((l) =>
    sides(right).map((r) => ({ left: l.map((t) => term(t, concepts)), right: r.map((t) => term(t, concepts)) })),
  );
}

export const equations = compiledOnce((patterns: Patterns): readonly Equation[] => {
  const { equations: entries } = EquationSchema.parse(patterns.files.get('checks/equations'));
  const { concepts } = vocabulary(patterns);
  return Object.entries(entries).map(([id, entry]): Equation => {
    const { zh, en, source, open, severity, passes, fails } = entry;
    const common = { id, zh, en, source, open, severity, passes, fails, closedBy: entry.closed_by };
    if (entry.at_most) return { ...common, relation: 'at-most', forms: forms(entry.at_most, '<=', concepts) };
    if (entry.ratio) {
      const [result = '', quotient = ''] = entry.ratio.split('=');
      return { ...common, relation: 'ratio', forms: forms(`${result}=${quotient.replace('/', '+')}`, '=', concepts) };
    }
    const all = [entry.equation ?? '', ...entry.or].flatMap((each) => forms(each, '=', concepts));
    return { ...common, relation: 'equal', forms: all };
  });
});
