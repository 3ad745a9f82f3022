/** Copies of mirrors: pinyin behind characters, dots, marks and traditional script are undone; the document is flagged. */
import { z } from 'zod';
import type { Block, Document, Span } from '../document.ts';
import { compiledOnce, type Patterns } from '../patterns/load.ts';
import { matches } from '../patterns/regex.ts';
import { notice, type Reading } from './notices.ts';
import { RuleSchema, ruleOf } from './rules.ts';

const PACK = 'mirrors';
export const MirrorSchema = z.strictObject({
  gloss: RuleSchema,
  decimalDot: RuleSchema,
  noise: RuleSchema,
  /** Pairs, traditional before simplified, parted by blanks. */
  traditional: z.string().regex(/^(?:\p{Script=Han}{2}(?: |$)){1,2000}$/u),
});

export const mirrorRules = compiledOnce((patterns) => {
  const parsed = MirrorSchema.safeParse(patterns.files.get(PACK));
  if (!parsed.success) throw new Error(`pattern pack ${PACK}: ${z.prettifyError(parsed.error)}`);
  const { gloss, decimalDot, noise, traditional } = parsed.data;
  return {
    rules: { gloss: ruleOf(gloss), decimalDot: ruleOf(decimalDot), noise: ruleOf(noise) },
    simplified: new Map(traditional.split(' ').map((pair) => [pair[0] as string, pair[1] as string])),
  };
});

interface Edit extends Span {
  readonly text: string;
}

/** So many, and one of this many characters: a name or a quotation has fewer. */
const TRADITIONAL = { least: 20, oneOf: 30 };

export function withoutMirrorMarks(reading: Reading, patterns: Patterns): Reading {
  const document = reading.value;
  if (!document) return reading;
  const { rules, simplified } = mirrorRules(patterns);
  const { text } = document;
  const found = (regex: RegExp, by: string): Edit[] =>
    [...matches(regex, text)].map(({ start, end }) => ({ start, end, text: by }));
  const signs = [
    { name: 'pinyin behind characters', least: 2, edits: found(rules.gloss.regex, '') },
    { name: 'dots in the middle for decimal points', least: 1, edits: found(rules.decimalDot.regex, '.') },
    { name: 'marks between words', least: 3, edits: found(rules.noise.regex, '') },
    { name: 'traditional characters', least: 1, edits: traditional(text, simplified) },
  ].filter(({ least, edits }) => edits.length >= least);
  if (signs.length === 0) return reading;
  const told = signs.map(({ name, edits }) => `${edits.length} ${name}`).join(', ');
  const message = `the text was changed on its way and set right: ${told}; it is not the original`;
  return {
    value: edited(
      document,
      signs.flatMap(({ edits }) => edits),
    ),
    notices: [...reading.notices, notice('tampered', 'warning', message)],
  };
}

/** One for one, where the whole text is written so. */
function traditional(text: string, simplified: ReadonlyMap<string, string>): Edit[] {
  const edits: Edit[] = [];
  for (let i = 0; i < text.length; i++) {
    const by = simplified.get(text[i] as string);
    if (by !== undefined) edits.push({ start: i, end: i + 1, text: by });
  }
  const enough = edits.length >= TRADITIONAL.least && edits.length * TRADITIONAL.oneOf >= text.length;
  return enough ? edits : [];
}

/** The document over the edited text: every span moves with its characters. */
function edited(document: Document, edits: readonly Edit[]): Document {
  const ordered = [...edits].sort((a, b) => a.start - b.start);
  const offsets = new Uint32Array(document.text.length + 1);
  let text = '';
  let at = 0;
  const keep = (end: number) => {
    for (; at < end; at++) {
      offsets[at] = text.length;
      text += document.text[at];
    }
  };
  for (const edit of ordered) {
    if (edit.start < at) continue;
    keep(edit.start);
    for (; at < edit.end; at++) offsets[at] = text.length;
    text += edit.text;
  }
  keep(document.text.length);
  offsets[at] = text.length;
  const moved = <T extends Span>(span: T): T => ({ ...span, start: offsets[span.start], end: offsets[span.end] });
  const block = (each: Block): Block =>
    each.kind === 'table' ? { ...each, cells: each.cells.map(moved) } : { ...each, lines: each.lines.map(moved) };
  return {
    ...document,
    text,
    pages: document.pages.map(moved),
    blocks: document.blocks.map(block),
    runs: document.runs.map(moved),
  };
}
