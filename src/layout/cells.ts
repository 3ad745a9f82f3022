/** The text of a table cell: its lines from the top down, a number that the cell's edge broke in one piece. */
import type { Box, CellInput, TextRun } from '../document.ts';
import { type Line, textRuns } from './lines.ts';
import type { Glyph } from './marks.ts';
import type { FilledCell } from './page.ts';

const WORD = /^[0-9A-Za-z.,%+-]/;

const isWord = (glyph: Glyph | undefined) => glyph !== undefined && WORD.test(glyph.text);

function wordWidth(glyphs: readonly Glyph[], from: number, step: 1 | -1): number {
  let i = from;
  let width = 0;
  while (isWord(glyphs[i])) {
    width += widthOf(glyphs[i] as Glyph);
    i += step;
  }
  return width;
}

const widthOf = ({ box }: Glyph) => box[2] - box[0];

/**
 * Two words on two lines of a cell are one if together they were too wide for it, and not even the next character
 * fitted on the first line.
 */
function isBroken(before: Line, after: Line, room: number): boolean {
  const width = wordWidth(before.glyphs, before.glyphs.length - 1, -1) + wordWidth(after.glyphs, 0, 1);
  return width > room && before.x1 - before.x0 + widthOf(after.glyphs[0] as Glyph) > room;
}

/** The widest that the room between an edge and the text is taken to be. */
const MAX_PADDING = 6;

/** How near the text of a table usually comes to the edges of its cells; kerning and drawing move single lines. */
export function paddingOf(cells: readonly FilledCell[]): number {
  const rooms: number[] = [];
  for (const { lines, left, right } of cells) {
    for (const { x0, x1 } of lines) {
      if (x0 >= left && x1 <= right) rooms.push(Math.min(x0 - left, right - x1));
    }
  }
  return Math.min(MAX_PADDING, rooms.sort((a, b) => a - b)[Math.floor(rooms.length / 10)] ?? 0);
}

function runsOf(cell: FilledCell, padding: number, shown: (box: Box) => Box): TextRun[] {
  const runs: TextRun[] = [];
  cell.lines.forEach((line, i) => {
    const before = cell.lines[i - 1];
    if (before && isWord(before.glyphs.at(-1)) && isWord(line.glyphs[0])) {
      // Kerning makes a broken number a little narrower than it was whole.
      const room = cell.right - cell.left - 2 * padding - 0.1 * line.size;
      if (!isBroken(before, line, room)) runs.push({ text: ' ', box: null });
    }
    runs.push(...textRuns(line.glyphs, shown));
  });
  return runs;
}

/** Cells for the builder, `up` rows higher than on their page. */
export function cellInputs(
  cells: readonly FilledCell[],
  up: number,
  padding: number,
  shown: (box: Box) => Box,
): CellInput[] {
  return cells.map((cell) => {
    const { row, column, rowSpan, columnSpan } = cell;
    return { row: row - up, column, rowSpan, columnSpan, runs: runsOf(cell, padding, shown) };
  });
}
