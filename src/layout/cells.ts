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
    const { box } = glyphs[i] as Glyph;
    width += box[2] - box[0];
    i += step;
  }
  return width;
}

/** Two words on two lines of a cell are one if together they were too wide for it. */
function isBroken(before: Line, after: Line, room: number): boolean {
  const width = wordWidth(before.glyphs, before.glyphs.length - 1, -1) + wordWidth(after.glyphs, 0, 1);
  return width > room;
}

function runsOf(cell: FilledCell, shown: (box: Box) => Box): TextRun[] {
  const runs: TextRun[] = [];
  cell.lines.forEach((line, i) => {
    const before = cell.lines[i - 1];
    if (before && isWord(before.glyphs.at(-1)) && isWord(line.glyphs[0])) {
      const padding = 0.3 * line.size;
      if (!isBroken(before, line, cell.right - cell.left - padding)) runs.push({ text: ' ', box: null });
    }
    runs.push(...textRuns(line.glyphs, shown));
  });
  return runs;
}

/** A cell for the builder, `up` rows higher than on its page. */
export function cellInput(cell: FilledCell, up: number, shown: (box: Box) => Box): CellInput {
  const { row, column, rowSpan, columnSpan } = cell;
  return { row: row - up, column, rowSpan, columnSpan, runs: runsOf(cell, shown) };
}
