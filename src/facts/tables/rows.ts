/** Reads the label of a row: its code, its name, and the names above it. */

import type { Subject } from '../../contract.ts';
import type { Document } from '../../document.ts';
import { match } from '../../patterns/regex.ts';
import type { Classification } from '../classification.ts';
import type { Grid, GridCell } from './grid.ts';
import type { Block } from './header.ts';
import type { Common } from './mapping.ts';

export interface Label {
  /** Folded, without list number, 其中 and （类）. */
  readonly name: string;
  /** As printed, for the quote. */
  readonly printed: string;
  /** Digits of a classification code, of the length of its level. */
  readonly code: string | null;
  /** The code of an organisation. */
  readonly unitCode: string | null;
  /** True where the row stands below a head that names units. */
  readonly unitColumn: boolean;
  /** Depth by list number and indent; only good for comparing rows of one block. */
  readonly depth: number;
}

/** What the rows above left behind. */
export interface RowState {
  lastCode: string;
  readonly names: Map<string, string>;
  /** Uncoded rows open above, outermost first. */
  readonly open: { depth: number; name: string }[];
  unit: { name: string; code: string | null } | null;
  /** Row rules met so far, for rules that hold only after another. */
  readonly met: Set<string>;
  /** The rows have come to the lower side of a statement in one block. */
  below: boolean;
}

export const newRowState = (): RowState => ({
  lastCode: '',
  names: new Map(),
  open: [],
  unit: null,
  met: new Set(),
  below: false,
});

export function cleanLabel(text: string, common: Common): { name: string; depth: number } {
  let name = text;
  let depth = -1;
  for (let i = 0; i < 4; i++) {
    const lead = match(common.row.lead, name);
    if (!lead || lead.end >= name.length) break;
    const level = common.row.levels.findIndex((regex) => match(regex, name));
    depth = Math.max(depth, level >= 0 ? level * 10 : 45);
    name = name.slice(lead.end);
  }
  const suffix = match(common.row.suffix, name);
  if (suffix) name = name.slice(0, suffix.start) + name.slice(suffix.end);
  const unit = match(common.columnUnit, name);
  if (unit && unit.end === name.length && unit.start > 0) name = name.slice(0, unit.start);
  return { name, depth };
}

/** Puts together a code that stands in one cell, in two or three, or leaves its parents to the rows above. */
export function joinCode(parts: readonly string[], last: string): string | null {
  const tokens = parts.map((part) => part.replace(/[^\d]/g, '')).map((t) => (t.length === 1 ? `0${t}` : t));
  const longest = tokens.reduce((a, b) => (b.length > a.length ? b : a), '');
  if (/^[235]\d{2}(\d{2}){1,2}$/.test(longest)) return longest;
  let code = '';
  for (const [i, token] of tokens.entries()) {
    if (token === '') continue;
    if (/^[235]\d{2}$/.test(token)) code = token;
    else if (/^\d{2}$/.test(token)) {
      const parent = code !== '' ? code : last.slice(0, 1 + 2 * i);
      if (parent.length !== 1 + 2 * Math.max(1, i) && code === '') return null;
      code = parent + token;
    } else return null;
  }
  return /^[235]\d{2}(\d{2}){0,2}$/.test(code) ? code : null;
}

/** Cells of the row in the block's label columns that are labels and not amounts reaching in from the right. */
function labelCells(grid: Grid, block: Block, row: number): Map<number, GridCell> {
  const found = new Map<number, GridCell>();
  for (const column of block.labels) {
    const cell = grid.at(row, column.index);
    if (!cell || cell.text === '' || column.role === 'ordinal') continue;
    found.set(column.index, cell);
  }
  return found;
}

/** The nearest words to the left of the block: a total's label may span the block before it. */
function leftOf(grid: Grid, block: Block, row: number): GridCell | null {
  const first = Math.min(...[...block.labels, ...block.values].map((column) => column.index));
  for (let c = first - 1; c >= 0; c--) {
    const cell = grid.at(row, c);
    if (cell && cell.text !== '') return /\d/.test(cell.text) ? null : cell;
  }
  return null;
}

export function labelOf(
  document: Document,
  grid: Grid,
  block: Block,
  row: number,
  state: RowState,
  common: Common,
): Label {
  const cells = labelCells(grid, block, row);
  const texts = (keep: (c: Block['labels'][number]) => boolean) =>
    block.labels.filter(keep).map((column) => cells.get(column.index)?.text ?? '');
  const isUnitCode = (head: string) => common.roles.unitCode.test(head);
  const codeParts = texts((c) => c.role === 'code' && !isUnitCode(c.head)).flatMap((t) => t.split(/[- ]/));
  const unitCode = texts((c) => c.role === 'code' && isUnitCode(c.head)).find((t) => /^\d{3,15}$/.test(t)) ?? null;
  const words = [...new Set(cells.values())].filter((cell) => /[\u4e00-\u9fff…]/.test(cell.text));
  const named = block.labels.find((c) => c.role === 'name' && words.includes(cells.get(c.index) as GridCell));
  const cell =
    (named && cells.get(named.index)) ?? words.at(-1) ?? (cells.size === 0 ? leftOf(grid, block, row) : null);
  const glued = cell ? match(common.row.gluedCode, cell.text) : null;
  const digits = codeParts.some((part) => /\d/.test(part));
  const code = digits ? joinCode(codeParts, state.lastCode) : null;
  const { name, depth } = cleanLabel(glued?.groups.name ?? cell?.text ?? '', common);
  const printed = cell ? document.text.slice(cell.cell.start, cell.cell.end) : '';
  const indent = printed.length - printed.trimStart().length;
  return {
    name,
    printed: printed.replace(/\s+/g, ' ').trim(),
    code: code ?? (glued ? joinCode([glued.groups.code ?? ''], '') : null),
    unitCode,
    unitColumn: named?.units ?? false,
    depth: Math.max(depth, 0) + indent,
  };
}

export function codedSubject(label: Label, code: string, state: RowState): Subject {
  state.lastCode = code;
  state.names.set(code, label.name);
  const path: string[] = [];
  for (let length = 3; length < code.length; length += 2) {
    const parent = state.names.get(code.slice(0, length));
    if (parent !== undefined) path.push(parent);
  }
  return { scheme: code.startsWith('2') ? 'functional' : 'economic', code, path: [...path, label.name] };
}

/**
 * Where a table prints neither codes nor indents, the dictionary tells which open row a name stands under: the
 * deepest one of which it is a direct child.
 */
function knownDepth(name: string, scheme: 'functional' | 'economic', state: RowState, look: Lookup): number | null {
  for (let depth = Math.min(2, state.open.length); depth >= 0; depth--) {
    const parents = state.open.slice(0, depth).map((row) => row.name);
    if (look.dictionary.code(scheme, name, look.year, parents)?.length === 3 + 2 * depth) return depth;
  }
  return null;
}

interface Lookup {
  readonly dictionary: Classification;
  readonly year: number | null;
}

/** A row without a code: its parents by list number and indent, else by the dictionary. */
export function uncodedSubject(
  label: Label,
  scheme: 'functional' | 'economic',
  state: RowState,
  look: Lookup,
): Subject {
  const flat = label.depth === 0 && state.open.every((row) => row.depth < 3);
  const known = flat ? knownDepth(label.name, scheme, state, look) : null;
  const depth = known ?? label.depth;
  if (known !== null) state.open.splice(known);
  else while (state.open.length > 0 && (state.open.at(-1) as { depth: number }).depth >= depth) state.open.pop();
  const parents = state.open.map((row) => row.name).slice(-2);
  state.open.push({ depth, name: label.name });
  return { scheme, code: null, path: [...parents, label.name] };
}
