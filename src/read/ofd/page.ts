/** One page: its layers and templates as glyphs, ruling lines and images, in points from its top left. */
import type { Box } from '../../document.ts';
import type { Glyph, PageMarks, Rule } from '../../layout/marks.ts';
import type { XmlElement } from '../docx/xml.ts';
import { compose, intersect, type Matrix, mapBox, matrixOf } from '../pdf/matrix.ts';
import { clipRule, filledRules, strokedRules, subpaths } from '../pdf/paths.ts';
import { numbersIn, textOf } from './package.ts';
import type { Resources } from './resources.ts';
import { glyphsOf } from './text.ts';

/** Points in a millimetre. */
export const MM = 72 / 25.4;
const WIDEST_STROKE = 6;
const MAX_RULES = 50_000;
/** Groups in groups, and units in units that may name each other. */
const DEEPEST = 20;
const MOST_OBJECTS = 500_000;

export interface OfdPage extends PageMarks {
  /** Part of the page that its largest image covers, and which image that is. */
  readonly picture: number;
  readonly image: string | null;
  readonly shapes: number;
  /** Elements that are not known, by name. */
  readonly unknown: ReadonlySet<string>;
}

/** How pdf.js numbers the pieces of a path, with the number of their arguments. */
const PIECES: Readonly<Record<string, readonly [number, number]>> = { S: [0, 2], M: [0, 2], L: [1, 2], B: [2, 6] };

/** Abbreviated data as a list of operators and coordinates. */
export function pathData(text: string): number[] {
  const words = text.trim().split(/[\s,]+/);
  const data: number[] = [];
  for (let i = 0; i < words.length; ) {
    const word = words[i++] as string;
    if (word === 'C') {
      data.push(3);
      continue;
    }
    // Q has two points and A an end at its last arguments; both are curves, which are no rules.
    const [op, count] = PIECES[word] ?? (word === 'Q' ? [2, 4] : word === 'A' ? [2, 7] : [-1, 0]);
    if (op < 0) continue;
    const numbers = words.slice(i, i + count).map(Number);
    i += count;
    if (numbers.length < count || !numbers.every(Number.isFinite)) break;
    if (word === 'Q') numbers.unshift(...numbers.slice(0, 2));
    if (word === 'A') numbers.splice(0, 7, ...numbers.slice(5), ...numbers.slice(5), ...numbers.slice(5));
    data.push(op, ...numbers);
  }
  return data;
}

const CONTAINERS = new Set(['ofd:Content', 'ofd:Layer', 'ofd:PageBlock']);

export class PageWalk {
  readonly glyphs: Glyph[] = [];
  readonly rules: Rule[] = [];
  readonly unknown = new Set<string>();
  picture = 0;
  image: string | null = null;
  shapes = 0;
  private objects = 0;

  constructor(
    private readonly area: Box,
    private readonly resources: Resources,
  ) {}

  /** Walks over what `element` holds; `m` maps its space to the page in points. */
  walk(element: XmlElement, m: Matrix, depth = 0, layer: XmlElement | null = null): void {
    if (depth > DEEPEST) throw new Error('its objects nest too deeply');
    for (const object of element.children) {
      if (++this.objects > MOST_OBJECTS) throw new Error(`it has more than ${MOST_OBJECTS} objects`);
      if (object.attributes.Visible === 'false') continue;
      if (CONTAINERS.has(object.name)) this.walk(object, m, depth + 1, object.attributes.DrawParam ? object : layer);
      else this.object(object, m, depth, layer);
    }
  }

  private object(object: XmlElement, m: Matrix, depth: number, layer: XmlElement | null): void {
    const [x = 0, y = 0, width = 0, height = 0] = numbersIn(object.attributes.Boundary);
    const placed = compose(m, [1, 0, 0, 1, x, y]);
    const inner = compose(placed, matrixOf(numbersIn(object.attributes.CTM)));
    const boundary = intersect(this.area, mapBox(placed, 0, 0, width, height));
    switch (object.name) {
      case 'ofd:TextObject':
        for (const glyph of glyphsOf(object, inner, this.resources.fonts.get(object.attributes.Font ?? '') ?? ''))
          this.glyphs.push(glyph);
        break;
      case 'ofd:PathObject':
        this.path(object, inner, boundary, layer);
        break;
      case 'ofd:ImageObject':
        this.picturePart(object, intersect(boundary, mapBox(inner, 0, 0, 1, 1)));
        break;
      case 'ofd:CompositeObject': {
        const unit = this.resources.units.get(object.attributes.ResourceID ?? '');
        if (unit) this.walk(unit, inner, depth + 1, layer);
        break;
      }
      case 'ofd:Actions':
      case 'ofd:Area':
        break;
      default:
        this.unknown.add(object.name);
    }
  }

  private picturePart(object: XmlElement, [x0, y0, x1, y1]: Box): void {
    const whole = (this.area[2] - this.area[0]) * (this.area[3] - this.area[1]);
    const part = (Math.max(0, x1 - x0) * Math.max(0, y1 - y0)) / (whole || 1);
    if (part <= this.picture) return;
    this.picture = Math.min(1, part);
    this.image = this.resources.images.get(object.attributes.ResourceID ?? '') ?? null;
  }

  private path(object: XmlElement, m: Matrix, boundary: Box, layer: XmlElement | null): void {
    const paint = new Paint(object, layer, this.resources);
    const fills = object.attributes.Fill === 'true' && paint.seen('ofd:FillColor');
    const scale = Math.sqrt(Math.abs(m[0] * m[3] - m[1] * m[2]));
    const strokes =
      object.attributes.Stroke !== 'false' &&
      paint.seen('ofd:StrokeColor') &&
      (Number(paint.attribute('LineWidth')) || 0) * scale <= WIDEST_STROKE;
    if (!fills && !strokes) return;
    const found: Rule[] = [];
    const paths = subpaths(pathData(textOf(object, 'ofd:AbbreviatedData') ?? ''), m);
    if (fills) filledRules(paths, found);
    if (strokes) strokedRules(paths, found);
    if (found.length === 0) this.shapes++;
    for (const rule of found) {
      const shown = this.rules.length < MAX_RULES ? clipRule(rule, boundary) : null;
      if (shown) this.rules.push(shown);
    }
  }
}

/** Colours and widths of an object: its own, else of its parameters, else of those of its layer. */
class Paint {
  private readonly sources: XmlElement[];

  constructor(object: XmlElement, layer: XmlElement | null, resources: Resources) {
    this.sources = [object];
    for (const owner of [object, layer]) {
      let id = owner?.attributes.DrawParam;
      for (let n = 0; id !== undefined && n < DEEPEST; n++) {
        const parameter = resources.parameters.get(id);
        if (parameter) this.sources.push(parameter);
        id = parameter?.attributes.Relative;
      }
    }
  }

  attribute(name: string): string | undefined {
    return this.sources.find((each) => each.attributes[name] !== undefined)?.attributes[name];
  }

  /** False for white and for what is transparent. */
  seen(name: string): boolean {
    if (Number(this.attribute('Alpha') ?? 255) < 13) return false;
    const colour = this.sources.flatMap((each) => each.children).find((each) => each.name === name);
    if (!colour) return true;
    if (Number(colour.attributes.Alpha ?? 255) < 13) return false;
    const values = numbersIn(colour.attributes.Value);
    return !((values.length === 3 || values.length === 1) && values.every((value) => value >= 248));
  }
}
