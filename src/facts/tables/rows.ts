/** Reads the label of a row: its code, its name, its unit or project, and the names above it. */

import type { Subject } from '../../contract.ts';
import type { Document } from '../../document.ts';
import { match } from '../../patterns/regex.ts';
import type { Classification } from '../classification.ts';
import type { Grid, GridCell } from './grid.ts';
import { type Block, type Column, HAN } from './header.ts';
import type { Common } from './mapping.ts';

export interface Label {
  /** Folded, without list number, 其中 and （类）. */
  readonly name: string;
  /** As printed, for the quote. */
  readonly printed: string;
  /** Whose name it is by its column's head; null where it comes from beside the block. */
  readonly of: Column['of'] | null;
  /** The head over the name says what it names. */
  readonly explicit: boolean;
  /** The heads over the name. */
  readonly heads: readonly string[];
  /** Digits of a classification code, of the length of its level. */
  readonly code: string | null;
  /** The organisation and the project in columns of their own, beside the name. */
  readonly unit: string | null;
  readonly unitCode: string | null;
  readonly project: string | null;
  readonly projectCode: string | null;
  /** A unit printed in the label: 车辆（辆）. */
  readonly counter: string | null;
  /** Depth by list number and indent; only good for comparing rows of one block. */
  readonly depth: number;
  /** A code of a second classification stands in the row: it is a part of its subject. */
  readonly part: boolean;
  /** It opens with 一、 or the like. */
  readonly chapter: boolean;
}

/** What the rows above left behind. */
export interface RowState {
  lastCode: string;
  readonly names: Map<string, string>;
  /** Uncoded rows open above, outermost first. */
  readonly open: { depth: number; name: string }[];
  unit: { name: string; code: string | null } | null;
  /** The last row met that opens others, by its rule. */
  opened: string | null;
  /** The name of the last row numbered 一、. */
  chapter: string;
  /** Rules met so far. */
  readonly met: Set<string>;
  /** The rows have come to the lower side of a statement in one block. */
  below: boolean;
  /** A row that only the economic classification knows has been met. */
  economic: boolean;
}

export const newRowState = (): RowState => ({
  lastCode: '',
  names: new Map(),
  open: [],
  unit: null,
  opened: null,
  chapter: '',
  met: new Set(),
  below: false,
  economic: false,
});

interface Clean {
  readonly name: string;
  readonly depth: number;
  readonly counter: string | null;
  readonly chapter: boolean;
}

/** The same names stand in table after table. */
const cleaned = new WeakMap<Common, Map<string, Clean>>();
const REMEMBERED = 4000;

export function cleanLabel(text: string, common: Common): Clean {
  const known = cleaned.get(common) ?? new Map<string, Clean>();
  cleaned.set(common, known);
  const before = known.get(text);
  if (before) return before;
  const clean = cleanly(text, common);
  if (known.size >= REMEMBERED) known.clear();
  if (text.length <= 80) known.set(text, clean);
  return clean;
}

function cleanly(text: string, common: Common): Clean {
  let name = text;
  let depth = -1;
  let chapter = false;
  for (let i = 0; i < 4; i++) {
    const lead = match(common.row.lead, name);
    if (!lead || lead.end >= name.length) break;
    const level = common.row.levels.findIndex((regex) => match(regex, name));
    if (level === 0) chapter = true;
    depth = Math.max(depth, level >= 0 ? level * 10 : 45);
    name = name.slice(lead.end);
  }
  const suffix = match(common.row.suffix, name);
  if (suffix) name = name.slice(0, suffix.start) + name.slice(suffix.end);
  const unit = match(common.columnUnit, name);
  const closing = unit !== null && unit.end === name.length && unit.start > 0;
  if (closing) name = name.slice(0, unit.start);
  return { name, depth, chapter, counter: closing ? (unit.groups.unit ?? unit.groups.unit2 ?? null) : null };
}

/** Puts together a code that stands in one cell, in two or three, or leaves its parents to the rows above. */
export function joinCode(parts: readonly string[], last: string): string | null {
  if (parts.some((part) => /\d[.,]\d/.test(part))) return null;
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

/** How far left of a block a label is looked for. */
const REACH = 16;

/** The nearest words to the left of the block: a total's label may span the block before it. */
function leftOf(grid: Grid, block: Block, row: number): GridCell | null {
  const first = Math.min(block.labels[0]?.index ?? grid.columns, block.values[0]?.index ?? grid.columns);
  for (let c = first - 1; c >= Math.max(0, first - REACH); c--) {
    const cell = grid.at(row, c);
    if (cell && cell.text !== '') return /\d/.test(cell.text) ? null : cell;
  }
  return null;
}

interface Filled {
  readonly column: Column;
  readonly cell: GridCell;
}

const isWords = ({ text }: GridCell) => HAN.test(text) || text.includes('…');

const ORDER = { subject: 0, unit: 1, project: 2 } as const;

/** The cell that names the row: in a column whose head says so, of a subject before a unit or a project. */
function nameOf(filled: readonly Filled[]): Filled | null {
  let best: Filled | null = null;
  let lowest = Number.POSITIVE_INFINITY;
  for (const one of filled) {
    const { column, cell } = one;
    const rank = (column.role === 'name' ? 0 : 8) + (column.explicit ? 0 : 4) + ORDER[column.of];
    if (rank >= lowest || !isWords(cell)) continue;
    best = one;
    lowest = rank;
  }
  return best;
}

/** The cells of a row's label columns that hold something; of a code's columns also the empty ones, as ''. */
function labelCells(grid: Grid, block: Block, row: number): { filled: Filled[]; codes: string[] } {
  const filled: Filled[] = [];
  const codes: string[] = [];
  for (const column of block.labels) {
    if (column.role === 'ordinal') continue;
    const cell = grid.at(row, column.index);
    if (column.role === 'code' && column.of === 'subject') codes.push(...(cell?.text ?? '').split(/[- ]/));
    if (cell && cell.text !== '') filled.push({ column, cell });
  }
  return { filled, codes };
}

export function labelOf(
  document: Document,
  grid: Grid,
  block: Block,
  row: number,
  state: RowState,
  common: Common,
): Label {
  const { filled, codes } = labelCells(grid, block, row);
  const named = nameOf(filled);
  const cell = named?.cell ?? (filled.length === 0 ? leftOf(grid, block, row) : null);
  const beside = (of: Column['of']) =>
    filled.find((one) => one.column.of === of && one.cell !== cell && isWords(one.cell))?.cell.text ?? null;
  const codeOf = (of: Column['of'], form: RegExp) =>
    filled.find((one) => one.column.of === of && one.column.role === 'code' && form.test(one.cell.text))?.cell.text;
  const glued = cell && DIGIT_FIRST.test(cell.text) ? match(common.row.gluedCode, cell.text) : null;
  const code = codes.some((part) => /\d/.test(part)) ? joinCode(codes, state.lastCode) : null;
  const printed = cell ? document.text.slice(cell.cell.start, cell.cell.end) : '';
  const clean = cleanLabel(glued?.groups.name ?? cell?.text ?? '', common);
  const project = projectOf(named?.column.of === 'project' ? clean.name : beside('project'), common);
  return {
    ...clean,
    name: named?.column.of === 'project' ? (project.name ?? '') : clean.name,
    printed: printed.replace(/\s+/g, ' ').trim(),
    of: named?.column.of ?? null,
    explicit: named?.column.explicit ?? false,
    heads: named ? [...named.column.path, named.column.head] : [],
    code: code ?? (glued ? joinCode([glued.groups.code ?? ''], '') : null),
    part: block.second.some(({ index }) => /\d/.test(grid.at(row, index)?.text ?? '')),
    unit: beside('unit'),
    unitCode: codeOf('unit', /^\d{3,15}$/) ?? null,
    project: project.name,
    projectCode: project.code ?? codeOf('project', /^[0-9A-Z]{6,30}$/) ?? null,
    depth: Math.max(clean.depth, 0) + printed.length - printed.trimStart().length,
  };
}

/** A code may stand before a name in its cell, in brackets or bare. */
const DIGIT_FIRST = /^[[【（]?\d/;

/** The label that a cell of words makes for the number after it. */
export function pairLabel(cell: GridCell | null, document: Document, common: Common): Label {
  const printed = cell ? document.text.slice(cell.cell.start, cell.cell.end).replace(/\s+/g, ' ').trim() : '';
  const none = { code: null, part: false, unit: null, unitCode: null, project: null, projectCode: null };
  return { ...cleanLabel(cell?.text ?? '', common), ...none, printed, of: null, explicit: false, heads: [] };
}

/** A project's name without the code printed before it. */
function projectOf(text: string | null, common: Common): { name: string | null; code: string | null } {
  const found = text === null ? null : match(common.row.project, text);
  return { name: found?.groups.name ?? text, code: found?.groups.code ?? null };
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
