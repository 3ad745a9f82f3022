/** Notes under an empty table that say there was nothing: two asserted zeros, unless the note is a template's. */
import type { Document, Span } from '../../document.ts';
import { fold } from '../../fold.ts';
import { compile, match } from '../../patterns/regex.ts';
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
function denialOf(kind: Kind, common: Common): RegExp {
  let regex = denials.get(kind);
  if (!regex && kind.none) {
    const { denial, subs } = common.notes;
    regex = compile(`${denial}[^，。；]{0,20}(?:${kind.noneName})(?<what>[^，。；]{0,40})`, subs);
    denials.set(kind, regex);
  }
  return regex as RegExp;
}

/** The zeros that the notes of an empty table assert, at most one per concept. */
export function denialsIn(
  document: Document,
  notes: readonly (readonly Span[])[],
  kind: Kind,
  common: Common,
): Denial[] {
  if (!kind.none) return [];
  let instructed = false;
  for (const lines of notes) {
    const folded = fold(document.text, lines);
    const { text } = folded;
    if (common.notes.instruction.test(text)) {
      instructed = true;
      continue;
    }
    const found = assertion(text, kind, common);
    if (!found) continue;
    // What follows “作下述说明：” is the template's wording, not the organisation's word.
    if (instructed || common.notes.placeholder.test(text) || common.notes.conditional.test(text)) return [];
    const span = folded.source(found.start, found.start + found.word.length);
    return concepts(kind.none, found.what, common).map((concept) => ({ concept, span, word: found.word, quote: text }));
  }
  return [];
}

function assertion(text: string, kind: Kind, common: Common): { start: number; word: string; what: string } | null {
  const found = match(denialOf(kind, common), text) ?? match(common.notes.same, text);
  const word = found?.groups.word;
  return found && word ? { start: found.start, word, what: found.groups.what ?? '' } : null;
}

/** Income and expenditure, unless the words name only one of them. */
function concepts(none: NonNullable<Kind['none']>, what: string, common: Common): string[] {
  const income = common.notes.income.test(what);
  const expenditure = common.notes.expenditure.test(what);
  if (expenditure && !income) return [none.expenditure];
  if (income && !expenditure) return none.income ? [none.income] : [];
  return none.income ? [none.income, none.expenditure] : [none.expenditure];
}
