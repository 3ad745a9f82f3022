/** Parts that a disclosure announces and leaves empty. */
import { z } from 'zod';
import type { Finding, Section } from '../contract.ts';
import { blockSpan } from '../document.ts';
import { foldText } from '../fold.ts';
import { compiledOnce, type Patterns } from '../patterns/load.ts';
import { compile, match } from '../patterns/regex.ts';
import { Expression } from '../patterns/schema.ts';
import type { Context } from './context.ts';
import { textFinding } from './findings.ts';
import { glossaries } from './residue.ts';

const RULE = 'required';
/** A heading's paragraph that is longer than its title by this, list number included, is more than the heading. */
const RUN_ON = 14;

export const RequiredSchema = z.strictObject({
  /** Kinds of sections whose content is tables. */
  tables: z.array(z.string()),
  /** Kinds of sections that must not be empty. */
  filled: z.array(z.string()),
  /** Headings whose content is attached. */
  elsewhere: Expression,
  elsewhere_examples: z.array(z.string()).min(1),
  not_elsewhere: z.array(z.string()).min(1),
  /** Glossary entries: 16.一般公共服务（类）财政事务（款）行政运行（项）：… */
  entry: Expression,
  entries: z.array(z.string()).min(1),
  no_entries: z.array(z.string()).min(1),
  entry_reason: z.strictObject({ zh: z.string(), en: z.string() }),
});
const parts = compiledOnce((patterns: Patterns) => {
  const { entry, elsewhere, ...rest } = RequiredSchema.parse(patterns.files.get('checks/required'));
  return { ...rest, entry: compile(entry), elsewhere: compile(elsewhere) };
});

/** Whether a heading says that its content is somewhere else. */
export function isElsewhere(heading: string, patterns: Patterns): boolean {
  return parts(patterns).elsewhere.test(heading);
}

/** The 项 that a glossary entry explains; null for other entries. */
export function glossaryItem(entry: string, patterns: Patterns): string | null {
  return match(parts(patterns).entry, entry)?.groups.item ?? null;
}

/** Whether anything is printed in a section below its own heading. */
function isEmpty({ document, page, patterns }: Context, section: Section, sections: readonly Section[]): boolean {
  if (sections.some(({ start, level }) => start > section.start && start < section.end && level > section.level)) {
    return false;
  }
  const tables = document.blocks.some((block) => {
    if (block.kind !== 'table') return false;
    const { start, end } = blockSpan(block);
    return end > start && start >= section.start && start < section.end;
  });
  if (tables) return false;
  const inside = page.passages.filter(({ start }) => start > section.start && start < section.end);
  const heading = page.passageAt(section.start);
  // A heading that runs on holds what it announces; one that says 见附件 says where it is.
  const printed = heading?.folded.text ?? '';
  const runsOn = printed.length > foldText(section.title).length + RUN_ON;
  return inside.every(({ folded }) => folded.text === '') && !runsOn && !isElsewhere(printed, patterns);
}

export function requiredFindings(context: Context): Finding[] {
  const { sections, tables, patterns, ledger } = context;
  const known = parts(patterns);
  const count = ledger.count(RULE);
  const found = sections.flatMap((section) => {
    const kind = section.kind ?? '';
    const announced = known.tables.includes(kind);
    if (!announced && !known.filled.includes(kind)) return [];
    if ((announced && tables.length > 0) || !isEmpty(context, section, sections)) {
      count.pass++;
      return [];
    }
    count.fail++;
    const heading = context.page.passageAt(section.start);
    const span = { start: section.start, end: heading?.end ?? section.start + section.title.length };
    const key = announced ? 'required.tables' : 'required.part';
    return [textFinding(context, RULE, 'missing', span, key, { text: section.title })];
  });
  return [...found, ...strangeEntries(context)];
}

/** A glossary that explains subjects of which the document has none is the template's. */
function strangeEntries(context: Context): Finding[] {
  const { sections, page, patterns, book, ledger } = context;
  const { entry, entry_reason } = parts(patterns);
  const own = new Set(
    book.operands.flatMap(({ fact }) =>
      fact.subject?.scheme === 'functional' ? (fact.subject.path.at(-1) ?? []) : [],
    ),
  );
  if (own.size < 2) return [];
  const glossary = glossaries(sections);
  const entries = page.passages.flatMap((passage) => {
    if (!glossary.some(({ start, end }) => passage.start >= start && passage.start < end)) return [];
    const found = match(entry, passage.folded.text);
    return found?.groups.item ? [{ passage, found, item: found.groups.item }] : [];
  });
  if (entries.length === 0) return [];
  const strange = entries.filter(({ item }) => ![...own].some((name) => name.includes(item) || item.includes(name)));
  const count = ledger.count('residue.glossary');
  if (strange.length < entries.length) {
    count.pass++;
    return [];
  }
  count.fail += strange.length;
  return strange.map(({ passage, found }) => {
    const span = passage.folded.source(found.start, found.end);
    return textFinding(context, 'residue.glossary', 'residue', span, 'residue', {
      text: found.text,
      reason: entry_reason,
    });
  });
}
