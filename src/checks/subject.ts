/** Names of subjects against those that the document's own tables print, and against the classification of the year. */
import { z } from 'zod';
import type { Fact, Finding, Subject } from '../contract.ts';
import type { Span } from '../document.ts';
import { type Classification, classification } from '../facts/classification.ts';
import { fold, foldText } from '../fold.ts';
import { compiledOnce, type Patterns } from '../patterns/load.ts';
import type { Context } from './context.ts';
import { textFinding } from './findings.ts';
import { meet } from './interval.ts';
import { message } from './message.ts';
import type { Operand } from './operand.ts';

const RULE = 'subject';
/** A sentence names its subject within so many characters before the amount. */
const REACH = 600;
/** Digits of the code of a 项. */
const ITEM = 7;

export const SubjectWordsSchema = z.strictObject({
  /** 教育 and 教育支出 are one name. */
  suffix: z.string(),
  /** What follows a name where the sentence says its level. */
  levels: z.array(z.string()).length(3),
});
const words = compiledOnce((patterns: Patterns) => SubjectWordsSchema.parse(patterns.files.get('checks/subject')));

interface Printed {
  readonly code: string;
  readonly path: readonly string[];
  readonly cells: Operand[];
}

/** What the tables of the document call their subjects. */
class Names {
  readonly byCode = new Map<string, Printed>();
  /** Codes of each former name of a subject that the tables print. */
  private readonly former = new Map<string, Printed>();
  private readonly known = new Set<string>();
  private readonly folded = new Map<string, string>();
  private readonly suffix: string;

  constructor({ book, patterns }: Context) {
    this.suffix = foldText(words(patterns).suffix);
    for (const operand of book.operands) {
      const { subject, source } = operand.fact;
      if (source.kind !== 'cell' || subject?.scheme !== 'functional' || subject.code === null) continue;
      const printed = this.byCode.get(subject.code);
      if (printed) printed.cells.push(operand);
      else {
        this.byCode.set(subject.code, { code: subject.code, path: subject.path, cells: [operand] });
        this.known.add(this.bare(subject.path.at(-1) ?? ''));
      }
    }
    const { names } = classification(patterns);
    for (const printed of this.byCode.values()) {
      for (const name of names('functional', printed.code)) {
        if (!this.known.has(this.bare(name))) this.former.set(this.bare(name), printed);
      }
    }
  }

  bare(name: string): string {
    let bare = this.folded.get(name);
    if (bare === undefined) {
      const folded = foldText(name);
      const long = folded.endsWith(this.suffix) && folded !== this.suffix;
      bare = long ? folded.slice(0, -this.suffix.length) : folded;
      this.folded.set(name, bare);
    }
    return bare;
  }

  same(a: string | undefined, b: string | undefined): boolean {
    return a !== undefined && b !== undefined && this.bare(a) === this.bare(b);
  }

  prints(name: string): boolean {
    return this.known.has(this.bare(name));
  }

  /** The row that the tables print under another name of the same code. */
  successor(name: string): Printed | null {
    return this.former.get(this.bare(name)) ?? null;
  }
}

/** Where a sentence prints a name before its number, with the mark of its level if it has one. */
function nameBefore(context: Context, fact: Fact, name: string, mark: string): { span: Span; marked: boolean } | null {
  const from = Math.max(0, fact.source.start - REACH);
  const folded = fold(context.document.text, [{ start: from, end: fact.source.start }]);
  const wanted = foldText(name);
  if (wanted === '') return null;
  const at = folded.text.lastIndexOf(wanted + mark);
  if (at >= 0) return { span: folded.source(at, at + wanted.length + mark.length), marked: true };
  const bare = folded.text.lastIndexOf(wanted);
  return bare < 0 ? null : { span: folded.source(bare, bare + wanted.length), marked: false };
}

/** The item of a table with the same amount of the same concept: what the sentence probably means. */
function sameAmount(names: Names, operand: Operand): Printed | null {
  const { fact, value } = operand;
  if (value.isZero()) return null;
  const fits = [...names.byCode.values()].filter(
    ({ code, cells }) =>
      code.length === ITEM &&
      cells.some(
        (cell) =>
          cell.fact.concept === fact.concept &&
          cell.fact.measure === fact.measure &&
          cell.fact.period === fact.period &&
          meet(cell, operand),
      ),
  );
  return fits.length === 1 ? (fits[0] as Printed) : null;
}

const label = ({ code, path }: Printed) => `${code} ${path.at(-1) ?? ''}`;

/** A name that no table prints. Without the mark of its level it may be anything, and only a former name is sure. */
function unknownName(context: Context, names: Names, operand: Operand): Finding | null {
  const { patterns } = context;
  const { fact } = operand;
  const path = fact.subject?.path ?? [];
  const name = path.at(-1) ?? '';
  const place = nameBefore(context, fact, name, words(patterns).levels[2] as string);
  const span = place?.span ?? fact.source;
  const successor = names.successor(name);
  if (successor) {
    return textFinding(context, RULE, 'stale', span, 'subject.stale', { text: name, other: label(successor) }, [
      fact.id,
    ]);
  }
  const item = path.length === 3 || place?.marked === true;
  const tabled = [...names.byCode.keys()].some((code) => code.length === ITEM);
  if (!item || !tabled || fact.source.kind === 'cell') return null;
  const alike = context.book.narrative.filter(({ subject }) => subject === operand.subject);
  const meant = alike.map((each) => sameAmount(names, each)).find((each) => each !== null) ?? null;
  const other = meant ? label(meant) : '';
  const instead = meant ? message('subject.instead', null, { other }, patterns) : { zh: '', en: '' };
  return textFinding(context, RULE, 'wrong-name', span, 'subject.unknown', { text: name, instead }, [fact.id]);
}

/** The 类 or 款 of a sentence that is not the one under which the tables print the item. */
function wrongParent(context: Context, names: Names, operand: Operand, printed: Printed): Finding | null {
  const { fact } = operand;
  const path = fact.subject?.path ?? [];
  if (path.length !== printed.path.length || path.length < 2) return null;
  const level = path.findIndex((name, i) => i < path.length - 1 && !names.same(name, printed.path[i]));
  if (level < 0) return null;
  const name = path[level] as string;
  const now = printed.path[level] as string;
  const mark = words(context.patterns).levels[level] as string;
  const span = nameBefore(context, fact, name, mark)?.span ?? fact.source;
  const code = printed.code.slice(0, 3 + 2 * level);
  const stale = classification(context.patterns)
    .names('functional', code)
    .some((former) => names.same(former, name));
  const said = { text: name, other: `${code} ${now}` };
  if (stale) return textFinding(context, RULE, 'stale', span, 'subject.stale', said, [fact.id]);
  const item = { text: `${name}${mark}${path.at(-1)}`, other: said.other };
  return textFinding(context, RULE, 'wrong-name', span, 'subject.parent', item, [fact.id]);
}

/** A name that the classification of the year no longer has for the code. */
function formerName(context: Context, names: Names, dictionary: Classification, fact: Fact): Finding | null {
  const { subject } = fact;
  const { fiscalYear } = context.report;
  if (!subject?.code || fiscalYear === null) return null;
  const name = subject.path.at(-1) ?? '';
  const now = dictionary.name('functional', subject.code, fiscalYear);
  if (now === null || names.same(now, name)) return null;
  if (!dictionary.names('functional', subject.code).some((former) => names.same(former, name))) return null;
  const span = fact.source.kind === 'cell' ? fact.source : (nameBefore(context, fact, name, '')?.span ?? fact.source);
  const said = { text: name, other: `${subject.code} ${now}` };
  return textFinding(context, RULE, 'stale', span, 'subject.stale', said, [fact.id]);
}

function findingFor(context: Context, names: Names, dictionary: Classification, operand: Operand): Finding | null {
  const { subject, source } = operand.fact;
  const name = subject?.path.at(-1);
  if (!subject || name === undefined) return null;
  const printed = subject.code === null ? null : names.byCode.get(subject.code);
  if (source.kind === 'sentence' && names.byCode.size > 0) {
    if (printed && names.same(printed.path.at(-1), name)) return wrongParent(context, names, operand, printed);
    if (!names.prints(name)) return unknownName(context, names, operand);
    return null;
  }
  return formerName(context, names, dictionary, operand.fact);
}

/** One finding for each subject as it is printed; a former name in every table is one former name. */
export function subjectFindings(context: Context): Finding[] {
  const names = new Names(context);
  const dictionary = classification(context.patterns);
  const seen = new Set<string>();
  // The cells of a row share their subject.
  const met = { cell: new Set<Subject>(), sentence: new Set<Subject>() };
  const count = context.ledger.count(RULE);
  return context.book.operands.flatMap((operand) => {
    const { subject, source } = operand.fact;
    if (subject?.scheme !== 'functional' || met[source.kind].has(subject)) return [];
    met[source.kind].add(subject);
    const key = `${source.kind}${operand.subject}/${subject.path.at(-2) ?? ''}/${subject.path.at(-1) ?? ''}`;
    if (seen.has(key)) return [];
    seen.add(key);
    const finding = findingFor(context, names, dictionary, operand);
    if (finding) count.fail++;
    else count.pass++;
    return finding ?? [];
  });
}
