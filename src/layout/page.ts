/** One page: its glyphs put into the cells of its tables, and the rest set into lines. */
import type { Box } from '../document.ts';
import { cellAt, type GridCell, gridsOf, type PageGrid } from './grid.ts';
import { type Line, lineFrom, linesOf, type Piece, piecesOf } from './lines.ts';
import { type Glyph, type PageMarks, type Rule, upright } from './marks.ts';
import { type TextColumn, textColumns } from './text-columns.ts';

export type Role = 'body' | 'furniture' | 'contents';

export interface TextLine {
  readonly kind: 'line';
  readonly line: Line;
  readonly y: number;
  role: Role;
  /** Set apart from the flow of the page: text that runs in another direction. */
  readonly stray: boolean;
  /** The margins of its column, where prose is set in two. */
  readonly column?: TextColumn;
}

export interface FilledCell extends GridCell {
  readonly lines: readonly Line[];
  readonly left: number;
  readonly right: number;
}

export interface TablePart {
  readonly kind: 'table';
  readonly y: number;
  readonly bottom: number;
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly FilledCell[];
  readonly ruled: boolean;
}

export type Item = TextLine | TablePart;

export interface PageLayout {
  readonly number: number;
  readonly ocr: boolean;
  /** As shown, and as turned for reading. */
  readonly shown: { readonly width: number; readonly height: number; box(box: Box): Box };
  readonly width: number;
  readonly height: number;
  /** Lines drawn across the page that belong to no ruled table. */
  readonly rules: readonly Rule[];
  /** From the top down. */
  items: Item[];
}

const middle = (piece: Piece): [number, number] => [(piece.x0 + piece.x1) / 2, piece.base - 0.35 * piece.size];

/** Index of the smallest grid around a point, and of the cell in it. */
function placeOf(grids: readonly PageGrid[], x: number, y: number): [number, number] | null {
  for (let g = 0; g < grids.length; g++) {
    const cell = cellAt(grids[g] as PageGrid, x, y);
    if (cell >= 0) return [g, cell];
  }
  return null;
}

/** Text that runs up, down or aslant: the glyphs of one piece stay together in the order they were printed. */
function strayPieces(glyphs: readonly Glyph[]): Glyph[][] {
  const pieces: Glyph[][] = [];
  for (const glyph of glyphs) {
    const open = pieces.at(-1);
    const last = open?.at(-1);
    const near =
      last &&
      last.direction === glyph.direction &&
      Math.hypot(last.x - glyph.x, last.base - glyph.base) < 2.5 * Math.max(last.size, glyph.size);
    if (open && near) open.push(glyph);
    else pieces.push([glyph]);
  }
  return pieces.filter((piece) => piece.some((glyph) => glyph.text.trim() !== ''));
}

/** Of the many cells that are empty. */
const NO_LINES: readonly Line[] = [];

class Contents {
  private readonly pieces = new Map<number, Piece[]>();
  private readonly stray = new Map<number, Glyph[][]>();

  add(cell: number, piece: Piece): void {
    this.list(this.pieces, cell).push(piece);
  }

  addStray(cell: number, glyphs: Glyph[]): void {
    this.list(this.stray, cell).push(glyphs);
  }

  lines(cell: number): readonly Line[] {
    const pieces = this.pieces.get(cell);
    const lines = pieces ? linesOf(pieces) : NO_LINES;
    const stray = this.stray.get(cell);
    return stray ? [...lines, ...stray.map(lineFrom)] : lines;
  }

  private list<T>(map: Map<number, T[]>, cell: number): T[] {
    let list = map.get(cell);
    if (!list) {
      list = [];
      map.set(cell, list);
    }
    return list;
  }
}

function partOf(grid: PageGrid, contents: Contents): TablePart {
  const cells = grid.cells.map((cell, i) => ({
    ...cell,
    lines: contents.lines(i),
    left: grid.xs[cell.column] as number,
    right: grid.xs[cell.column + cell.columnSpan] as number,
  }));
  return { kind: 'table', y: grid.box[1], bottom: grid.box[3], xs: grid.xs, ys: grid.ys, cells, ruled: true };
}

export function layOutPage(marks: PageMarks, number: number): PageLayout {
  const page = upright(marks);
  const { grids, across } = gridsOf(page.rules);
  const contents = grids.map(() => new Contents());
  const boxes = grids.map((grid) => grid.box);
  const flow: Piece[] = [];
  for (const piece of piecesOf(page.glyphs.filter((glyph) => glyph.direction === 0))) {
    const place = placeOf(grids, ...middle(piece));
    if (place) contents[place[0]]?.add(place[1], piece);
    else flow.push(piece);
  }
  const items: Item[] = [];
  for (const glyphs of strayPieces(page.glyphs.filter((glyph) => glyph.direction !== 0))) {
    const line = lineFrom(glyphs);
    const place = placeOf(grids, (line.x0 + line.x1) / 2, (line.top + line.bottom) / 2);
    const slanted = glyphs[0]?.direction === null;
    if (place && !slanted) contents[place[0]]?.addStray(place[1], glyphs);
    else items.push({ kind: 'line', line, y: line.top, role: slanted ? 'furniture' : 'body', stray: true });
  }
  const { columns, rest } = textColumns(linesOf(flow), boxes, page.width);
  for (const line of rest) items.push({ kind: 'line', line, y: line.base, role: 'body', stray: false });
  for (const { top, lines } of columns) {
    // All of one place, so that sorting leaves them in reading order.
    for (const { line, column } of lines) {
      items.push({ kind: 'line', line, y: top, role: 'body', stray: false, column });
    }
  }
  grids.forEach((grid, g) => {
    const part = partOf(grid, contents[g] as Contents);
    // Boxes without a word in them are a chart or an ornament.
    if (part.cells.some((cell) => cell.lines.length > 0)) items.push(part);
  });
  items.sort((a, b) => a.y - b.y);
  const shown = { width: marks.width, height: marks.height, box: page.shown };
  return { number, ocr: marks.ocr === true, shown, width: page.width, height: page.height, rules: across, items };
}
