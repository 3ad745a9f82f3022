/** Notes under an empty table that say there was nothing: two asserted zeros, unless the note is a template's. */
import type { Document, Span } from '../../document.ts';
import { fold } from '../../fold.ts';
import { compile, match, matches } from '../../patterns/regex.ts';
import type { Common, Kind } from './mapping.ts';

export interface Denial {
  readonly concept: string;
  /** The word that denies, e.g. 没有. */
  readonly span: Span;
  readonly word: string;
  readonly quote: string;
}

const denials = new WeakMap<Kind, RegExp>();

/** "没有" + the table's name + the words up to the end of the clause. */
export function denialOf(kind: Kind, common: Common): RegExp | null {
  let regex = denials.get(kind);
  if (!regex && kind.none) {
    const { denial, subs } = common.notes;
    regex = compile(`${denial}[^，。；]{0,20}(?:${kind.noneName})(?<what>[^，。；]{0,40})`, subs);
    denials.set(kind, regex);
  }
  return regex ?? null;
}

/** The zeros that the notes of an empty table assert, at most one per concept. */
export function denialsIn(
  document: Document,
  notes: readonly (readonly Span[])[],
  kind: Kind,
  common: Common,
): Denial[] {
  if (!kind.none) return [];
  const found = new Map<string, Denial>();
  let instructed = false;
  for (const lines of notes) {
    const folded = fold(document.text, lines);
    const { text } = folded;
    if (common.notes.instruction.test(text)) {
      instructed = true;
      continue;
    }
    const said = assertions(text, kind, common);
    if (said.length === 0) continue;
    // What follows “作下述说明：” is the template's wording, not the organisation's word.
    if (instructed || common.notes.placeholder.test(text) || common.notes.conditional.test(text)) return [];
    for (const { start, word, what } of said) {
      const span = folded.source(start, start + word.length);
      for (const concept of concepts(kind.none, what, common))
        if (!found.has(concept)) found.set(concept, { concept, span, word, quote: text });
    }
  }
  return [...found.values()];
}

interface Assertion {
  readonly start: number;
  readonly word: string;
  readonly what: string;
}

/** 没有…收入，也没有使用…安排的支出: each clause for itself; else a bare reference to the table's matter. */
function assertions(text: string, kind: Kind, common: Common): Assertion[] {
  const own = denialOf(kind, common);
  const named = own ? [...matches(own, text)] : [];
  const bare = named.length > 0 ? null : match(common.notes.same, text);
  return [...named, ...(bare ? [bare] : [])].flatMap(({ start, groups: { word, what } }) =>
    word ? [{ start, word, what: what ?? '' }] : [],
  );
}

/** Income and expenditure, unless the words name only one of them. */
function concepts(none: NonNullable<Kind['none']>, what: string, common: Common): string[] {
  const income = common.notes.income.test(what);
  const expenditure = common.notes.expenditure.test(what);
  if (expenditure && !income) return [none.expenditure];
  if (income && !expenditure) return none.income ? [none.income] : [];
  return none.income ? [none.income, none.expenditure] : [none.expenditure];
}
