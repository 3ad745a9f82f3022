/** One walk over the objects of a page, those inside form objects included, in the order in which they are painted. */
import type { Box } from '../../../document.ts';
import { compose, intersect, type Matrix } from '../matrix.ts';
import type { Painting } from '../page.ts';
import { isLine, isPainted, type Paint, Painter } from '../painter.ts';
import { clipBox, PathBuilder, type Subpath } from '../paths.ts';
import { Characters } from './characters.ts';
import type { Pdfium } from './library.ts';
import { TextReader } from './text.ts';

const TYPE = { text: 1, path: 2, image: 3, form: 5 };
const SEGMENT = { curve: 1, move: 2 };
/** Form objects inside form objects. */
const DEEPEST = 30;
/** White, or so near to it that no line would be seen on paper. */
const WHITE = 0xf8;

interface Page {
  readonly base: Matrix;
  readonly width: number;
  readonly height: number;
}

/** A page or a form object. */
interface Objects {
  readonly count: number;
  object(i: number): number;
}

interface Holder extends Objects {
  readonly base: Matrix;
  readonly clip: Box;
}

function objectsOf({ call }: Pdfium, form: number): Objects {
  return {
    count: Math.max(0, call.FPDFFormObj_CountObjects(form)),
    object: (i) => call.FPDFFormObj_GetObject(form, i),
  };
}

class Walk {
  readonly painter: Painter;
  private readonly text: TextReader;

  constructor(
    private readonly pdfium: Pdfium,
    page: Page,
    characters: Characters,
  ) {
    this.painter = new Painter(page.width, page.height);
    this.text = new TextReader(pdfium, characters, page.base);
  }

  get sink() {
    return this.text.sink;
  }

  run(holder: Holder, depth: number): void {
    const { call } = this.pdfium;
    this.text.enter();
    for (let i = 0; i < holder.count; i++) {
      const object = holder.object(i);
      const type = call.FPDFPageObj_GetType(object);
      if (type !== TYPE.text && type !== TYPE.path && type !== TYPE.image && type !== TYPE.form) continue;
      const clip = intersect(holder.clip, this.clipOf(object, holder));
      const own = this.matrixOf(object);
      const matrix = compose(holder.base, own);
      if (type === TYPE.text) this.text.show(object, own, matrix, clip);
      else if (type === TYPE.path) this.path(object, matrix, clip);
      else if (type === TYPE.image) this.painter.image(matrix, clip);
      else if (depth < DEEPEST) this.form(object, matrix, clip, depth);
    }
  }

  private form(object: number, base: Matrix, clip: Box, depth: number): void {
    this.run({ ...objectsOf(this.pdfium, object), base, clip }, depth + 1);
    this.text.enter();
  }

  private matrixOf(object: number): Matrix {
    const { pdfium } = this;
    pdfium.call.FPDFPageObj_GetMatrix(object, pdfium.at);
    return pdfium.matrix();
  }

  /** The common part of the boxes around the paths that clip an object. */
  private clipOf(object: number, holder: Holder): Box {
    const { call } = this.pdfium;
    const clip = call.FPDFPageObj_GetClipPath(object);
    let box = holder.clip;
    const paths = clip === 0 ? 0 : call.FPDFClipPath_CountPaths(clip);
    for (let i = 0; i < paths; i++) {
      const count = call.FPDFClipPath_CountPathSegments(clip, i);
      const path = clipBox(this.pathOf(count, (k) => call.FPDFClipPath_GetPathSegment(clip, i, k), holder.base));
      if (path) box = intersect(box, path);
    }
    return box;
  }

  private path(object: number, matrix: Matrix, clip: Box): void {
    const { call, at } = this.pdfium;
    call.FPDFPath_GetDrawMode(object, at, at + 4);
    const [fillMode, stroke] = [this.pdfium.integer(0), this.pdfium.integer(1)];
    const fills = fillMode !== 0 && isPainted(this.paint(call.FPDFPageObj_GetFillColor, object));
    const stroked = stroke !== 0 && isPainted(this.paint(call.FPDFPageObj_GetStrokeColor, object));
    const strokes = stroked && isLine(this.strokeWidth(object), matrix);
    if (!fills && !strokes) return;
    const count = call.FPDFPath_CountSegments(object);
    const paths = this.pathOf(count, (k) => call.FPDFPath_GetPathSegment(object, k), matrix);
    if (paths.length > 0) this.painter.path(paths, fills, strokes, clip);
  }

  /** A pattern has no colour, and is seen. */
  private paint(colourOf: (...args: number[]) => number, object: number): Paint {
    const { pdfium } = this;
    const { at } = pdfium;
    if (!colourOf(object, at, at + 4, at + 8, at + 12)) return { seen: true, alpha: 1 };
    const white = pdfium.integer(0) >= WHITE && pdfium.integer(1) >= WHITE && pdfium.integer(2) >= WHITE;
    return { seen: !white, alpha: pdfium.integer(3) / 255 };
  }

  private strokeWidth(object: number): number {
    const { call, at } = this.pdfium;
    return call.FPDFPageObj_GetStrokeWidth(object, at) ? this.pdfium.float(0) : 0;
  }

  private pathOf(count: number, segment: (i: number) => number, matrix: Matrix): Subpath[] {
    const { pdfium } = this;
    const { call, at } = pdfium;
    const path = new PathBuilder(matrix);
    for (let i = 0; i < count; i++) {
      const piece = segment(i);
      const type = call.FPDFPathSegment_GetType(piece);
      call.FPDFPathSegment_GetPoint(piece, at, at + 4);
      if (type === SEGMENT.move) path.move(pdfium.float(0), pdfium.float(1));
      else path.add(pdfium.float(0), pdfium.float(1), type === SEGMENT.curve);
      if (call.FPDFPathSegment_GetClose(piece)) path.close();
    }
    return path.finish();
  }
}

/** A text that a mark puts in the place of what is printed is not what is printed. */
function forgetReplacements(pdfium: Pdfium, holder: Objects, depth: number): void {
  const { call, actualText } = pdfium;
  for (let i = 0; i < holder.count; i++) {
    const object = holder.object(i);
    const type = call.FPDFPageObj_GetType(object);
    if (type === TYPE.form && depth < DEEPEST) forgetReplacements(pdfium, objectsOf(pdfium, object), depth + 1);
    if (type !== TYPE.text) continue;
    for (let m = call.FPDFPageObj_CountMarks(object) - 1; m >= 0; m--) {
      const mark = call.FPDFPageObj_GetMark(object, m);
      if (call.FPDFPageObjMark_GetParamValueType(mark, actualText) !== 0) call.FPDFPageObj_RemoveMark(object, mark);
    }
  }
}

export function paintingOf(pdfium: Pdfium, page: number, shown: Page): Painting {
  const { call } = pdfium;
  const count = call.FPDFPage_CountObjects(page);
  const clip: Box = [0, 0, shown.width, shown.height];
  const holder: Holder = { count, object: (i) => call.FPDFPage_GetObject(page, i), base: shown.base, clip };
  forgetReplacements(pdfium, holder, 0);
  return Characters.with(pdfium, page, (characters) => {
    const walk = new Walk(pdfium, shown, characters);
    walk.run(holder, 0);
    const { glyphs, hidden } = walk.sink;
    const { rules, picture, shapes } = walk.painter;
    return { glyphs, rules, hidden, picture, shapes };
  });
}
