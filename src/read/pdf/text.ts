/** Glyphs with their places out of the text operators of a page. */
import type { Box } from '../../document.ts';
import type { Direction, Glyph } from '../../layout/marks.ts';
import { compose, type Matrix, mapBox } from './matrix.ts';
import type { Font, State } from './state.ts';

/** A glyph as pdf.js lists it; numbers between them move the pen by thousandths of the font size. */
export interface PdfGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly vmetric?: readonly number[] | null;
  readonly isSpace: boolean;
}

/** Above and below the baseline, in parts of the font size. */
const ASCENT = 0.88;
const DESCENT = 0.12;
/** A wider move starts a new piece of text, in parts of the font size. */
export const PIECE_GAP = 0.3;

/** The name of a font without the tag of its subset. */
export const faceOf = (name: string) => name.replace(/^[A-Z]{6}\+/, '');

export function directionOf(a: number, b: number): Direction {
  if (Math.abs(b) <= 0.05 * Math.abs(a)) return a > 0 ? 0 : 2;
  if (Math.abs(a) <= 0.05 * Math.abs(b)) return b > 0 ? 1 : 3;
  return null;
}

/** No character: what a damaged font map gives. */
const isBlank = (text: string) => text === '' || (text.length === 1 && text < ' ' && text !== '\t');

function isSeen([x0, y0, x1, y1]: Box, clip: Box): boolean {
  const x = (x0 + x1) / 2;
  const y = (y0 + y1) / 2;
  return x >= clip[0] && x <= clip[2] && y >= clip[1] && y <= clip[3];
}

/** How glyphs look, whichever engine reads them. */
export interface Look {
  /** Never negative; `turned` says that glyphs are drawn upside down. */
  readonly size: number;
  readonly turned: boolean;
  readonly font: Pick<Font, 'name' | 'em'>;
  readonly clip: Box;
}

/** Glyphs of a page; a piece of text is left out only if the clip hides all of it. */
export class GlyphSink {
  readonly glyphs: Glyph[] = [];
  /** Characters that no part of the clip shows. */
  hidden = 0;
  private pieceStart = 0;
  private pieceSeen = false;

  /** A glyph from u0 to u1 on the baseline v, mapped to the page by `m`. */
  add(text: string, u0: number, u1: number, v: number, look: Look, m: Matrix, visible: boolean): void {
    if (isBlank(text)) return;
    const sign = look.turned ? -1 : 1;
    const em = look.size * look.font.em;
    const box = mapBox(m, u0, v - DESCENT * em * sign, u1, v + ASCENT * em * sign);
    const x = m[0] * u0 + m[2] * v + m[4];
    const base = m[1] * u0 + m[3] * v + m[5];
    if (!Number.isFinite(x + base + box[0] + box[1] + box[2] + box[3])) return;
    const size = em * Math.sqrt(m[2] * m[2] + m[3] * m[3]);
    const direction = directionOf(m[0] * sign, m[1] * sign);
    if (visible && isSeen(box, look.clip)) this.pieceSeen = true;
    this.glyphs.push({ text, box, x, base, size, font: look.font.name, direction });
  }

  endPiece(): void {
    if (!this.pieceSeen) {
      for (let i = this.pieceStart; i < this.glyphs.length; i++) {
        if ((this.glyphs[i] as Glyph).text.trim() !== '') this.hidden++;
      }
      this.glyphs.length = this.pieceStart;
    }
    this.pieceStart = this.glyphs.length;
    this.pieceSeen = false;
  }
}

export class TextSink extends GlyphSink {
  /** Lays the glyphs of one operator down. */
  show(items: readonly (PdfGlyph | number)[], state: State, visible: boolean): void {
    const matrix = compose(state.ctm, state.textMatrix);
    const sign = state.turned ? -1 : 1;
    const { font, size } = state;
    let pen = 0;
    for (const item of items) {
      if (typeof item === 'number') {
        pen += ((font.vertical ? item : -item) * size) / 1000;
        if (Math.abs(item) > PIECE_GAP * 1000) this.endPiece();
        continue;
      }
      const spacing = ((item.isSpace ? state.wordSpacing : 0) + state.charSpacing) * sign;
      const width = item.width * font.scale * size;
      if (font.vertical) {
        const metrics = item.vmetric ?? font.verticalMetrics;
        this.placeVertical(item, metrics, pen, width, state, matrix, visible);
        pen += -(metrics[0] ?? -1000) * font.scale * size - spacing;
      } else {
        this.place(item, pen, width, state, matrix, visible);
        pen += width + spacing;
      }
    }
    this.endPiece();
    if (font.vertical) state.y -= pen;
    else state.x += pen * state.scale * sign;
  }

  private place(item: PdfGlyph, pen: number, width: number, state: State, m: Matrix, visible: boolean): void {
    const sign = state.turned ? -1 : 1;
    const u0 = state.x + pen * state.scale * sign;
    const u1 = u0 + width * state.scale * sign;
    this.add(item.unicode, u0, u1, state.y + state.rise, state, m, visible);
  }

  private placeVertical(
    item: PdfGlyph,
    metrics: readonly number[],
    pen: number,
    width: number,
    state: State,
    m: Matrix,
    visible: boolean,
  ): void {
    const scale = state.font.scale * state.size;
    const u0 = state.x - (item.vmetric ? (metrics[1] ?? 500) * scale : width / 2);
    const v = state.y + state.rise - pen - (metrics[2] ?? 880) * scale;
    this.add(item.unicode, u0, u0 + width, v, state, m, visible);
  }
}
