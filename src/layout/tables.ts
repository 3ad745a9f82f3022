/** Tables over several pages: parts that go on are joined, with the repeated head left out. */
import { foldText } from '../fold.ts';
import type { Line } from './lines.ts';
import type { FilledCell, Item, PageLayout, TablePart, TextLine } from './page.ts';
import { folded, type Words } from './words.ts';

export interface PlacedPart {
  readonly part: TablePart;
  /** Rows at its top that repeat the head of the table. */
  readonly repeated: number;
  /** Row of the joined table at which the rest of the part begins. */
  readonly offset: number;
  /** Its cells with the columns of the joined table. */
  readonly cells: readonly FilledCell[];
}

export interface JoinedTable {
  readonly parts: readonly PlacedPart[];
  readonly rows: number;
  readonly columns: number;
}

/** Column edges of two parts are the same when they lie this near. */
const SAME_EDGE = 6;
const MAX_HEAD = 8;
/** A row without text this low, in parts of the usual row, is the gap of a double line. */
const THIN_ROW = 0.6;

const textOf = (lines: readonly Line[]) => foldText(lines.map((line) => line.text).join(''));

/** For each edge its index among `wide`, or null where one is missing. */
function edgeMap(edges: readonly number[], wide: readonly number[]): number[] | null {
  const shift = (wide[0] as number) - (edges[0] as number);
  const found: number[] = [];
  for (const edge of edges) {
    const at = edge + shift;
    let best = 0;
    wide.forEach((value, i) => {
      if (Math.abs(value - at) < Math.abs((wide[best] as number) - at)) best = i;
    });
    if (Math.abs((wide[best] as number) - at) > SAME_EDGE || best === found.at(-1)) return null;
    found.push(best);
  }
  return found[found.length - 1] === wide.length - 1 ? found : null;
}

function widened(cells: readonly FilledCell[], map: readonly number[]): FilledCell[] {
  return cells.map((cell) => {
    const column = map[cell.column] as number;
    return { ...cell, column, columnSpan: (map[cell.column + cell.columnSpan] as number) - column };
  });
}

/** A part without the thin empty rows at its edges that double lines leave. */
export function withoutThinRows(part: TablePart): TablePart {
  const heights = part.ys.slice(1).map((y, i) => y - (part.ys[i] as number));
  const usual = [...heights].sort((a, b) => a - b)[heights.length >> 1] ?? 0;
  const rows = heights.length;
  const full = new Set<number>();
  for (const cell of part.cells) {
    if (cell.lines.length > 0 || cell.rowSpan > 1) for (let r = 0; r < cell.rowSpan; r++) full.add(cell.row + r);
  }
  const thin = (row: number) => !full.has(row) && (heights[row] as number) < THIN_ROW * usual;
  let top = 0;
  while (top < rows - 1 && thin(top)) top++;
  let bottom = rows;
  while (bottom > top + 1 && thin(bottom - 1)) bottom--;
  if (top === 0 && bottom === rows) return part;
  const cells = part.cells
    .filter((cell) => cell.row >= top && cell.row < bottom)
    .map((cell) => ({ ...cell, row: cell.row - top }));
  return { ...part, ys: part.ys.slice(top, bottom + 1), cells };
}

/** Words of the first rows, cell by cell, to see whether they are printed again. */
function rowKeys(cells: readonly FilledCell[], rows: number): string[] {
  const keys: string[] = Array.from({ length: rows }, () => '');
  for (const cell of cells) {
    if (cell.row < rows) keys[cell.row] += `${cell.column}:${textOf(cell.lines)}|`;
  }
  return keys;
}

/** An amount or a code; four digits are a year, which heads have. */
const DATA = /\d[.,]\d|(?<!\d)\d{3}(?!\d)|\d{5}/;

/** How many rows at the top of a part repeat the first rows of the table. */
function repeatedRows(first: readonly FilledCell[], next: readonly FilledCell[], most: number): number {
  const head = rowKeys(first, MAX_HEAD);
  const rows = rowKeys(next, MAX_HEAD);
  let n = 0;
  while (n < Math.min(MAX_HEAD, most) && rows[n] !== '' && rows[n] === head[n]) {
    if (DATA.test((rows[n] as string).replace(/\d+:/g, ''))) break;
    n++;
  }
  // Cells that hang down out of the head belong to it.
  const cuts = (cells: readonly FilledCell[]) => cells.some((cell) => cell.row < n && cell.row + cell.rowSpan > n);
  while (n > 0 && (cuts(first) || cuts(next))) n--;
  return /[^\d:|]/.test(rows.slice(0, n).join('')) ? n : 0;
}

interface Open {
  parts: PlacedPart[];
  xs: readonly number[];
  first: readonly FilledCell[];
  rows: number;
  /** What was printed above the first part, which may come again above the next. */
  readonly above: readonly string[];
}

/** The lines right above a table on its page. */
function linesAbove(items: readonly Item[], index: number): TextLine[] {
  const lines: TextLine[] = [];
  for (let i = index - 1; i >= 0; i--) {
    const item = items[i] as Item;
    if (item.kind === 'table') break;
    if (item.role === 'body' && !item.stray) lines.unshift(item);
  }
  return lines;
}

const isLast = (items: readonly Item[], index: number) =>
  items.slice(index + 1).every((item) => item.kind === 'line' && (item.role === 'furniture' || item.stray));

function partRows(part: TablePart): number {
  return part.ys.length - 1;
}

/** A single filled cell over the whole width begins something new: a title, a unit, a note. */
function beginsAnew(part: TablePart): boolean {
  const row = part.cells.filter((cell) => cell.row === 0);
  return row.length === 1 && (row[0] as FilledCell).lines.length > 0;
}

function place(part: TablePart, cells: readonly FilledCell[], repeated: number, offset: number): PlacedPart {
  return { part, repeated, offset, cells };
}

/** Tries to go on with an open table; null where the part is a table of its own. */
function joined(open: Open, part: TablePart, above: readonly TextLine[], words: Words): Open | null {
  const titled = above.length > 0;
  if (titled && !above.every((item) => open.above.includes(words.title(folded(item.line.text))))) return null;
  const inferred = !part.ruled && open.parts.every((placed) => !placed.part.ruled) && part.xs.length === open.xs.length;
  const narrow = inferred ? part.xs.map((_, i) => i) : edgeMap(part.xs, open.xs);
  const wide = narrow ? null : edgeMap(open.xs, part.xs);
  if (!narrow && !wide) return null;
  const xs = narrow ? open.xs : part.xs;
  const first = wide ? widened(open.first, wide) : open.first;
  const cells = narrow ? widened(part.cells, narrow) : part.cells;
  const repeated = repeatedRows(first, cells, partRows(part) - 1);
  // Edges that were inferred are not the same on two pages; only the same head shows the same table.
  if (repeated === 0 && (titled || inferred || beginsAnew(part))) return null;
  const earlier = wide ? open.parts.map((p) => ({ ...p, cells: widened(p.cells, wide) })) : open.parts;
  const parts = [...earlier, place(part, cells, repeated, open.rows)];
  for (const item of above) item.role = 'furniture';
  return { parts, xs, first, rows: open.rows + partRows(part) - repeated, above: open.above };
}

/** All tables of a document, each with its parts in order. */
export function joinTables(pages: readonly PageLayout[], words: Words): Map<TablePart, JoinedTable> {
  const tables: Open[] = [];
  let open: Open | null = null;
  for (const page of pages) {
    let onPage = 0;
    page.items = page.items.map((item) => (item.kind === 'table' ? withoutThinRows(item) : item));
    for (const [i, item] of page.items.entries()) {
      if (item.kind !== 'table') continue;
      const above = linesAbove(page.items, i);
      const next: Open | null = open && onPage === 0 ? joined(open, item, above, words) : null;
      if (next) tables[tables.length - 1] = next;
      else {
        const texts = above.map((line) => words.title(folded(line.line.text)));
        tables.push({
          parts: [place(item, item.cells, 0, 0)],
          xs: item.xs,
          first: item.cells,
          rows: partRows(item),
          above: texts,
        });
      }
      onPage++;
      open = isLast(page.items, i) ? (tables.at(-1) as Open) : null;
    }
    // A page of text ends every table.
    if (onPage === 0 && page.items.some((item) => item.kind === 'line' && item.role === 'body')) open = null;
  }
  const result = new Map<TablePart, JoinedTable>();
  for (const { parts, xs, rows } of tables) {
    const table = { parts, rows, columns: xs.length - 1 };
    for (const { part } of parts) result.set(part, table);
  }
  return result;
}
