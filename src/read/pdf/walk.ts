/** One walk over the operators of a page: glyphs, ruling lines and clips together. */
import { compose, IDENTITY, intersect, type Matrix, mapBox, matrixOf } from './matrix.ts';
import { OPS } from './operators.ts';
import type { Painting } from './page.ts';
import { isLine, isPainted, Painter } from './painter.ts';
import { clipBox, subpaths } from './paths.ts';
import { type Font, State } from './state.ts';
import { type PdfGlyph, TextSink } from './text.ts';

export interface Operators {
  readonly fnArray: ArrayLike<number>;
  readonly argsArray: ArrayLike<unknown>;
}

export interface Surroundings {
  /** From PDF space to the page as it is shown, y downwards. */
  readonly base: Matrix;
  readonly width: number;
  readonly height: number;
  font(name: string): Font;
  /** Whether an optional layer is shown. */
  layerVisible(properties: unknown): boolean;
}

/** Graphics states that are kept; no producer nests them a tenth as deep. */
const DEEPEST = 5000;

const FILLS = new Set<number>([
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const STROKES = new Set<number>([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const IMAGES = new Set<number>([
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageMaskXObject,
  OPS.paintSolidColorImageMask,
]);

type Arguments = readonly unknown[];
const numberAt = (args: Arguments, i: number) =>
  typeof args[i] === 'number' && Number.isFinite(args[i]) ? (args[i] as number) : 0;

/** White, or so near to it that no line would be seen on paper. */
const isWhite = (colour: unknown) => typeof colour === 'string' && /^#f[8-f]f[8-f]f[8-f]$/i.test(colour);

class Walk {
  readonly text = new TextSink();
  readonly painter: Painter;
  private state = new State();
  private readonly stack: State[] = [];
  private unsaved = 0;
  /** Marked content and groups that are open, and whether each is shown. */
  private readonly layers: boolean[] = [];
  private hiddenLayers = 0;
  private masked = 0;
  private pendingClip = false;
  /** A matrix was set and nothing painted since: where an image that was not decoded would stand. */
  private waiting = false;

  constructor(private readonly around: Surroundings) {
    this.state.ctm = around.base;
    this.state.clip = [0, 0, around.width, around.height];
    this.painter = new Painter(around.width, around.height);
  }

  private get visible(): boolean {
    return this.masked === 0 && this.hiddenLayers === 0;
  }

  private save(): void {
    if (this.stack.length < DEEPEST) this.stack.push(this.state.copy());
    else this.unsaved++;
  }

  private restore(): void {
    this.noteWaiting();
    if (this.unsaved > 0) this.unsaved--;
    else this.state = this.stack.pop() ?? this.state;
  }

  private transform(matrix: Matrix): void {
    this.state.ctm = compose(this.state.ctm, matrix);
    this.waiting = true;
  }

  /** Images are not decoded, so an image is a matrix under which nothing is painted. */
  private noteWaiting(): void {
    if (this.waiting && this.visible) this.painter.covers(this.state.ctm, this.state.clip);
    this.waiting = false;
  }

  run(fn: number, args: Arguments): void {
    if (fn === OPS.showText) {
      this.waiting = false;
      this.text.show(args[0] as (PdfGlyph | number)[], this.state, this.visible);
    } else if (fn === OPS.constructPath) this.path(args);
    else if (IMAGES.has(fn)) this.image();
    else if (!this.runText(fn, args) && !this.runState(fn, args)) this.runContainer(fn, args);
  }

  private runText(fn: number, args: Arguments): boolean {
    const { state } = this;
    switch (fn) {
      case OPS.beginText:
        state.startLine(IDENTITY);
        return true;
      case OPS.setTextMatrix:
        state.startLine(matrixOf(args[0]));
        return true;
      case OPS.moveText:
        state.moveText(numberAt(args, 0), numberAt(args, 1));
        return true;
      case OPS.setLeadingMoveText:
        state.leading = numberAt(args, 1);
        state.moveText(numberAt(args, 0), numberAt(args, 1));
        return true;
      case OPS.setLeading:
        state.leading = -numberAt(args, 0);
        return true;
      case OPS.nextLine:
        state.moveText(0, state.leading);
        return true;
      case OPS.setFont:
        state.font = this.around.font(String(args[0]));
        state.size = Math.abs(numberAt(args, 1));
        state.turned = numberAt(args, 1) < 0;
        return true;
      case OPS.setCharSpacing:
        state.charSpacing = numberAt(args, 0);
        return true;
      case OPS.setWordSpacing:
        state.wordSpacing = numberAt(args, 0);
        return true;
      case OPS.setHScale:
        state.scale = numberAt(args, 0) / 100;
        return true;
      case OPS.setTextRise:
        state.rise = numberAt(args, 0);
        return true;
      default:
        return false;
    }
  }

  private runState(fn: number, args: Arguments): boolean {
    const { state } = this;
    switch (fn) {
      case OPS.save:
        this.save();
        return true;
      case OPS.restore:
        this.restore();
        return true;
      case OPS.transform:
        this.transform(matrixOf(args));
        return true;
      case OPS.clip:
      case OPS.eoClip:
        this.pendingClip = true;
        return true;
      case OPS.setLineWidth:
        state.lineWidth = numberAt(args, 0);
        return true;
      case OPS.setFillRGBColor:
      case OPS.setFillColorN:
        state.fillSeen = !isWhite(args[0]);
        return true;
      case OPS.setStrokeRGBColor:
      case OPS.setStrokeColorN:
        state.strokeSeen = !isWhite(args[0]);
        return true;
      case OPS.setFillTransparent:
        state.fillSeen = false;
        return true;
      case OPS.setStrokeTransparent:
        state.strokeSeen = false;
        return true;
      case OPS.setGState:
        this.graphicsState(args[0]);
        return true;
      default:
        return false;
    }
  }

  private graphicsState(entries: unknown): void {
    if (!Array.isArray(entries)) return;
    for (const [key, value] of entries as [string, unknown][]) {
      if (key === 'ca' && typeof value === 'number') this.state.fillAlpha = value;
      else if (key === 'CA' && typeof value === 'number') this.state.strokeAlpha = value;
      else if (key === 'LW' && typeof value === 'number') this.state.lineWidth = value;
      else if (key === 'Font' && Array.isArray(value)) this.runText(OPS.setFont, value);
    }
  }

  private runContainer(fn: number, args: Arguments): void {
    switch (fn) {
      case OPS.paintFormXObjectBegin:
        this.save();
        this.state.ctm = compose(this.state.ctm, matrixOf(args[0]));
        this.clipTo(args[1]);
        this.waiting = false;
        break;
      case OPS.beginGroup: {
        const group = args[0] as { matrix?: unknown; bbox?: unknown; smask?: unknown } | null;
        this.save();
        if (group?.smask || this.masked > 0) this.masked++;
        else if (group) {
          this.state.ctm = compose(this.state.ctm, matrixOf(group.matrix));
          this.clipTo(group.bbox);
        }
        this.waiting = false;
        break;
      }
      case OPS.endGroup:
        if (this.masked > 0) this.masked--;
        this.restore();
        break;
      case OPS.paintFormXObjectEnd:
        this.restore();
        break;
      case OPS.beginAnnotation:
        this.save();
        this.state = new State();
        this.state.clip = [0, 0, this.around.width, this.around.height];
        this.state.ctm = this.around.base;
        this.clipTo(args[1]);
        this.state.ctm = compose(compose(this.around.base, matrixOf(args[2])), matrixOf(args[3]));
        break;
      case OPS.endAnnotation:
        this.restore();
        break;
      case OPS.beginMarkedContentProps:
        this.openLayer(args[0] !== 'OC' || this.around.layerVisible(args[1]));
        break;
      case OPS.beginMarkedContent:
        this.openLayer(true);
        break;
      case OPS.endMarkedContent:
        if (this.layers.pop() === false) this.hiddenLayers--;
        break;
      default:
    }
  }

  private openLayer(visible: boolean): void {
    this.layers.push(visible);
    if (!visible) this.hiddenLayers++;
  }

  private clipTo(bbox: unknown): void {
    const box = bbox as ArrayLike<number> | null | undefined;
    if (box?.length !== 4) return;
    const [x0, y0, x1, y1] = Array.from(box) as [number, number, number, number];
    if (![x0, y0, x1, y1].every(Number.isFinite)) return;
    const { ctm, clip } = this.state;
    this.state.clip = intersect(
      clip,
      mapBox(ctm, Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)),
    );
  }

  private image(): void {
    this.waiting = false;
    if (this.visible) this.painter.image(this.state.ctm, this.state.clip);
  }

  private path(args: Arguments): void {
    const fn = args[0] as number;
    const data = (args[1] as (ArrayLike<number> | null)[] | undefined)?.[0];
    const clips = this.pendingClip;
    this.pendingClip = false;
    if (!data || data.length === 0) return;
    const { state } = this;
    const fills = FILLS.has(fn) && isPainted({ seen: state.fillSeen, alpha: state.fillAlpha });
    const stroked = STROKES.has(fn) && isPainted({ seen: state.strokeSeen, alpha: state.strokeAlpha });
    const strokes = stroked && isLine(state.lineWidth, state.ctm);
    if (!fills && !strokes && !clips) return;
    const paths = subpaths(data, state.ctm);
    if (fills || strokes) this.waiting = false;
    if ((fills || strokes) && this.visible) this.painter.path(paths, fills, strokes, state.clip);
    const box = clips ? clipBox(paths) : null;
    if (box) state.clip = intersect(state.clip, box);
  }
}

export function walk(operators: Operators, around: Surroundings): Painting {
  const walking = new Walk(around);
  const { fnArray, argsArray } = operators;
  for (let i = 0; i < fnArray.length; i++) walking.run(fnArray[i] as number, (argsArray[i] ?? []) as Arguments);
  const { glyphs, hidden } = walking.text;
  const { rules, picture, shapes } = walking.painter;
  return { glyphs, rules, hidden, picture, shapes };
}
