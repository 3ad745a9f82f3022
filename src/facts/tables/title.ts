/** Finds the lines around a table that belong to it: its title, unit, printed code, and the notes below. */
import type { Block, Document, Paragraph, Span, Table } from '../../document.ts';
import { fold } from '../../fold.ts';
import { match } from '../../patterns/regex.ts';
import { type Grid, gridOf } from './grid.ts';
import type { Common, Kind, Mappings } from './mapping.ts';

export interface Line {
  readonly text: string;
  /** True for a line of a paragraph, false for a cell of the table. */
  readonly paragraph: Paragraph | null;
  readonly span: Span;
}

export interface Surroundings {
  readonly kind: Kind | null;
  /** The title as printed, and folded. */
  readonly title: string | null;
  readonly titleText: string | null;
  /** True where a title stands there that no mapping knows: the table is something else. */
  readonly foreign: boolean;
  readonly unit: string | null;
  /** The lines that only describe it, folded: organisation, year, unit. */
  readonly about: readonly string[];
  /** Rows at the top of the grid that hold title, unit and the like. */
  readonly top: number;
  readonly belongs: readonly Paragraph[];
}

/** How far above a table its title is looked for. */
const REACH = 10;

export function linesOf(document: Document, paragraph: Paragraph): Line[] {
  const spans = paragraph.lines;
  const lines = spans.map((span) => ({ text: fold(document.text, [span]).text, paragraph, span }));
  const first = spans[0];
  const last = spans.at(-1);
  if (!first || !last || spans.length === 1) return lines;
  // A title may run over two lines, so the whole paragraph is a candidate first.
  return [{ text: fold(document.text, spans).text, paragraph, span: { start: first.start, end: last.end } }, ...lines];
}

/** The kinds whose title meets the line with the longest core: 一般公共预算…基本支出决算表 over 基本支出决算表. */
export function kindsByTitle(text: string, kinds: readonly Kind[]): { kinds: readonly Kind[]; core: string } | null {
  if (text.length > 120 || !text.includes('表')) return null;
  let best: { kinds: Kind[]; core: string } | null = null;
  for (const kind of kinds) {
    const core = match(kind.title, text)?.groups.core;
    if (!core || core.length < (best?.core.length ?? 0)) continue;
    if (best && core.length === best.core.length) best.kinds.push(kind);
    else best = { kinds: [kind], core };
  }
  return best;
}

/** Of kinds whose titles fit equally well the one whose cells are there, else the first that asks for none. */
export function kindOf(kinds: readonly Kind[], grid: Grid | null): Kind | null {
  const texts = kinds.length > 1 && grid ? headTexts(grid) : [];
  const fits = (kind: Kind) => kind.when.every((regex) => texts.some((text) => regex.test(text)));
  return kinds.find((kind) => kind.when.length > 0 && fits(kind)) ?? kinds.find(fits) ?? kinds[0] ?? null;
}

/** The short cells at the top of a table. */
const headTexts = (grid: Grid) =>
  grid.cells
    .slice(0, 400)
    .map((cell) => cell.text)
    .filter((text) => text !== '' && text.length <= 40);

export const isMeta = (text: string, common: Common) =>
  text.length <= 100 && common.meta.some((meta) => meta.test(text));

function unitIn(texts: readonly string[], common: Common): string | null {
  for (const text of texts) {
    const found = match(common.unit, text)?.groups.unit;
    if (found) return found;
  }
  return null;
}

interface Scan {
  kinds: readonly Kind[];
  title: string | null;
  titleText: string | null;
  foreign: boolean;
  texts: string[];
}

/** Takes in one line; true when the title is found and the scan may stop. */
function takeTitle(line: Line, document: Document, mappings: Mappings, scan: Scan): boolean {
  const kinds = kindsByTitle(line.text, mappings.kinds)?.kinds ?? [];
  const known = kinds.length > 0;
  const other = !known && mappings.common.otherTitle.test(line.text) && !isMeta(line.text, mappings.common);
  if (!known && !other) return false;
  scan.kinds = kinds;
  scan.title = document.text.slice(line.span.start, line.span.end).replace(/\s+/g, ' ').trim();
  scan.titleText = line.text;
  scan.foreign = !known && !mappings.common.genericTitle.test(line.text);
  scan.texts.push(line.text);
  return true;
}

/** Rows of the grid above the head: a title over the whole width, 单位：万元, 部门：… */
function fusedTop(document: Document, grid: Grid, mappings: Mappings, scan: Scan): number {
  let top = 0;
  for (let r = 0; r < Math.min(grid.rows, 8); r++) {
    const filled = grid.row(r).filter((cell) => cell.text !== '');
    const rest = filled.filter((cell) => {
      const meta = isMeta(cell.text, mappings.common);
      if (meta || unitIn([cell.text], mappings.common)) scan.texts.push(cell.text);
      if (meta) return false;
      const line = { text: cell.text, paragraph: null, span: cell.cell };
      return filled.length > 2 || scan.title !== null || !takeTitle(line, document, mappings, scan);
    });
    if (filled.length > 0 && rest.length > 0) break;
    if (filled.length > 0) top = r + 1;
  }
  return top;
}

/** A title set on two lines that became two paragraphs: the short end of it and the paragraph before. */
function brokenTitle(document: Document, index: number, end: Line, mappings: Mappings): Line | null {
  const before = document.blocks[index - 1];
  if (!before || before.kind === 'table' || end.text.length > 16 || isMeta(end.text, mappings.common)) return null;
  const first = linesOf(document, before)[0];
  if (!first || first.text.length > 60 || kindsByTitle(first.text, mappings.kinds)) return null;
  const text = first.text + end.text;
  const joined = kindsByTitle(text, mappings.kinds);
  const alone = kindsByTitle(end.text, mappings.kinds);
  // A cover's title above one that is complete adds nothing.
  const better =
    joined !== null && joined.core.length > (alone?.core.length ?? 0) && joined.kinds[0] !== alone?.kinds[0];
  return better ? { text, paragraph: before, span: { start: first.span.start, end: end.span.end } } : null;
}

/** Title and unit in a grid of their own above the table. */
function inHeading(document: Document, table: Table, mappings: Mappings, scan: Scan): void {
  const grid = table.cells.length <= 40 ? gridOf(document, table) : null;
  if (!grid || !isHeading(grid, mappings)) return;
  for (const { text, cell } of grid.cells) {
    if (isMeta(text, mappings.common)) scan.texts.push(text);
    else if (scan.title === null && text !== '')
      takeTitle({ text, paragraph: null, span: cell }, document, mappings, scan);
  }
}

/** A grid of a few rows that only says what the next table is: its title, unit and organisation. */
export function isHeading(grid: Grid, mappings: Mappings): boolean {
  if (grid.rows > 4) return false;
  const filled = grid.cells.filter((cell) => cell.text !== '');
  const titles = filled.filter((cell) => kindsByTitle(cell.text, mappings.kinds) !== null);
  const rest = filled.filter((cell) => !titles.includes(cell));
  return filled.length > 0 && titles.length <= 1 && rest.every((cell) => isMeta(cell.text, mappings.common));
}

/** A grid that lists the titles of tables; what stands beside them says nothing about any. */
function listsTables(grid: Grid, mappings: Mappings): boolean {
  const rows = new Set<number>();
  const titled = new Set<number>();
  for (const { text, cell } of grid.cells.slice(0, 400)) {
    if (text === '') continue;
    rows.add(cell.row);
    if (kindsByTitle(text, mappings.kinds) !== null) titled.add(cell.row);
  }
  return titled.size >= 3 && titled.size * 2 >= rows.size;
}

/** Walks up from the table over the lines that only describe it until the title. */
function above(document: Document, index: number, mappings: Mappings, scan: Scan): Paragraph[] {
  const belongs: Paragraph[] = [];
  let strange = 0;
  for (let i = index - 1; i >= Math.max(0, index - REACH); i--) {
    const block = document.blocks[i] as Block;
    if (block.kind === 'table') {
      if (scan.title === null) inHeading(document, block, mappings, scan);
      break;
    }
    if (block.role === 'contents') break;
    const lines = linesOf(document, block).filter((line) => line.text !== '');
    if (lines.length === 0) continue;
    const metas = lines.filter((line) => isMeta(line.text, mappings.common));
    scan.texts.push(...metas.map((line) => line.text));
    const broken = scan.title === null ? brokenTitle(document, i, lines[0] as Line, mappings) : null;
    if (broken?.paragraph) belongs.push(broken.paragraph);
    const candidates = broken ? [broken] : lines;
    const found = scan.title === null && candidates.some((line) => takeTitle(line, document, mappings, scan));
    const plain = lines.every((line) => metas.includes(line) || line.text.length <= 40);
    if (found || (metas.length > 0 && plain)) belongs.push(block);
    else if (block.role !== 'furniture' && (scan.title !== null || ++strange > 2 || (lines[0]?.text.length ?? 0) > 60))
      break;
  }
  return belongs;
}

/** The kind that only these heads and labels fit, for a table without a title. */
function kindBySignature(grid: Grid, kinds: readonly Kind[]): Kind | null {
  const texts = headTexts(grid);
  const meets = (regex: RegExp) => texts.some((text) => regex.test(text));
  const fits = kinds.filter(
    (kind) => kind.signature.length > 0 && kind.signature.every(meets) && !kind.not.some(meets),
  );
  return fits.length === 1 ? (fits[0] as Kind) : null;
}

/** `index` is the table's place among the blocks; null for one that begins inside a grid. */
export function surroundings(document: Document, index: number | null, grid: Grid, mappings: Mappings): Surroundings {
  const scan: Scan = { kinds: [], title: null, titleText: null, foreign: false, texts: [] };
  if (listsTables(grid, mappings))
    return { kind: null, title: null, titleText: null, foreign: true, unit: null, about: [], top: 0, belongs: [] };
  const top = fusedTop(document, grid, mappings, scan);
  const inner = [...scan.texts];
  const belongs = index === null ? [] : above(document, index, mappings, scan);
  const kind = kindOf(scan.kinds, grid) ?? (scan.foreign ? null : kindBySignature(grid, mappings.kinds));
  const about = [...new Set(scan.texts.filter((text) => text !== scan.titleText))].sort();
  const unit = unitIn(inner, mappings.common) ?? unitIn(scan.texts.slice(inner.length), mappings.common);
  return { kind, title: scan.title, titleText: scan.titleText, foreign: scan.foreign, unit, about, top, belongs };
}

/** A sentence of its own below a table is no longer. */
export const LONGEST_NOTE = 120;

/**
 * The paragraphs below a table that are its notes, instructions for them included; `own` meets what a sentence right
 * below an empty table says of it without calling itself a note.
 */
export function notesBelow(
  document: Document,
  index: number,
  common: Common,
  own: (text: string) => boolean,
): Paragraph[] {
  const notes: Paragraph[] = [];
  for (let i = index + 1; i < Math.min(document.blocks.length, index + 9); i++) {
    const block = document.blocks[i] as Block;
    if (block.kind === 'table' || block.role === 'contents') break;
    if (block.role === 'furniture') continue;
    const text = fold(document.text, block.lines).text;
    if (text === '') continue;
    const { lead, bare, instruction } = common.notes;
    const said = notes.length === 0 && own(text);
    if (!said && !lead.test(text) && !bare.test(text) && !instruction.test(text)) break;
    notes.push(block);
  }
  return notes;
}
