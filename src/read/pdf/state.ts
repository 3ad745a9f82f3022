/** The part of the graphics state that decides where text and rules stand and whether they can be seen. */
import type { Box } from '../../document.ts';
import { IDENTITY, type Matrix } from './matrix.ts';

/** What the walk needs of a pdf.js font. */
export interface Font {
  readonly name: string;
  readonly vertical: boolean;
  /** From glyph units to the size of the font. */
  readonly scale: number;
  readonly verticalMetrics: readonly number[];
  /** Height of the em box in parts of the font size: 1 but for fonts drawn by procedures. */
  readonly em: number;
}

export const NO_FONT: Font = { name: '', vertical: false, scale: 0.001, verticalMetrics: [-1000, 500, 880], em: 1 };

export class State {
  ctm: Matrix = IDENTITY;
  clip: Box = [0, 0, 0, 0];
  fillSeen = true;
  strokeSeen = true;
  fillAlpha = 1;
  strokeAlpha = 1;
  lineWidth = 1;
  font: Font = NO_FONT;
  /** Never negative; `turned` says that glyphs are drawn upside down. */
  size = 0;
  turned = false;
  charSpacing = 0;
  wordSpacing = 0;
  scale = 1;
  leading = 0;
  rise = 0;
  textMatrix: Matrix = IDENTITY;
  x = 0;
  y = 0;
  lineX = 0;
  lineY = 0;

  copy(): State {
    return Object.assign(new State(), this);
  }

  moveText(x: number, y: number): void {
    this.lineX += x;
    this.lineY += y;
    this.x = this.lineX;
    this.y = this.lineY;
  }

  startLine(matrix: Matrix): void {
    this.textMatrix = matrix;
    this.x = this.y = this.lineX = this.lineY = 0;
  }
}
