/** What stands inside a paragraph: runs to lines of text, with page turns and text boxes on the way. */
import type { Line } from '../parts.ts';
import { enclosed } from '../word/enclosed.ts';
import type { Styles } from './styles.ts';
import { symbol } from './symbols.ts';
import { child, childrenOf, toggle, value, type XmlElement } from './xml.ts';

/** Fields nest and run over paragraphs: an instruction, then the result that is printed. */
interface Field {
  instruction: string;
  result: boolean;
}

/** What one flow of text (body, note, text box) carries from paragraph to paragraph. */
export interface Flow {
  readonly fields: Field[];
}

export interface Seen {
  readonly footnotes: string[];
  readonly endnotes: string[];
  pictures: number;
  objects: number;
  symbols: number;
}

export interface InlineContext {
  readonly styles: Styles;
  readonly seen: Seen;
  /** Where Word left marks of its last page layout; without them the pages are not known. */
  readonly paged: boolean;
}

const TRANSPARENT = new Set(
  'w:hyperlink w:smartTag w:customXml w:sdtContent w:fldSimple w:ins w:moveTo w:dir w:bdo w:ruby w:rubyBase m:oMath m:oMathPara'.split(
    ' ',
  ),
);
const LEFT_OUT = new Set(
  'w:del w:moveFrom w:rt w:pPr w:rPr w:sdtPr w:sdtEndPr w:instrText w:delText w:delInstrText'.split(' '),
);

const TEXTS: Readonly<Record<string, string>> = { 'w:tab': '\t', 'w:ptab': '\t', 'w:noBreakHyphen': '-' };
const DRAWINGS = new Set(['w:drawing', 'w:pict', 'w:object']);

/** The branch that a reader takes which knows what Word 2010 and later write. */
export function chosen(alternatives: XmlElement): XmlElement | undefined {
  return child(alternatives, 'mc:Choice') ?? child(alternatives, 'mc:Fallback');
}

export class Inline {
  readonly lines: Line[] = [];
  readonly boxes: XmlElement[] = [];
  /** Text printed inside a table of contents. */
  contents = false;
  private text = '';
  private readonly context: InlineContext;
  private readonly flow: Flow;
  private readonly style: string | undefined;

  constructor(context: InlineContext, flow: Flow, style: string | undefined) {
    this.context = context;
    this.flow = flow;
    this.style = style;
  }

  visit(element: XmlElement): void {
    for (const each of element.children) this.node(each);
  }

  private node(element: XmlElement): void {
    const { name } = element;
    if (LEFT_OUT.has(name)) return;
    if (name === 'w:r') this.run(element);
    else if (name === 'w:sdt') this.visit(child(element, 'w:sdtContent') ?? element);
    else if (name === 'm:t') this.print(element.text);
    else if (name === 'mc:AlternateContent') this.visit(chosen(element) ?? element);
    else if (TRANSPARENT.has(name) || name.startsWith('m:')) this.visit(element);
  }

  private run(run: XmlElement): void {
    if (this.hidden(child(run, 'w:rPr'))) {
      // The marks of a field count even where they are hidden.
      for (const each of run.children) if (isFieldMark(each)) this.field(each);
      return;
    }
    for (const each of run.children) this.piece(each);
  }

  /** Toggle properties of styles cancel each other out; one on the run itself decides alone (ECMA-376 17.7.3). */
  private hidden(rPr: XmlElement | undefined): boolean {
    const own = toggle(child(rPr, 'w:vanish'));
    if (own !== undefined) return own;
    const { styles } = this.context;
    return styles.vanish(value(child(rPr, 'w:rStyle')), 'character') !== styles.vanish(this.style, 'paragraph');
  }

  private piece(piece: XmlElement): void {
    const { seen } = this.context;
    const id = piece.attributes['w:id'] ?? '';
    if (piece.name in TEXTS) this.print(TEXTS[piece.name] ?? '');
    else if (piece.name === 'w:t') this.print(printedText(piece));
    else if (piece.name === 'w:br') this.lineBreak(piece.attributes['w:type']);
    else if (piece.name === 'w:cr') this.endLine();
    else if (piece.name === 'w:lastRenderedPageBreak') this.page();
    else if (piece.name === 'w:sym') this.symbol(piece);
    else if (isFieldMark(piece)) this.field(piece);
    else if (piece.name === 'w:footnoteReference') seen.footnotes.push(id);
    else if (piece.name === 'w:endnoteReference') seen.endnotes.push(id);
    else if (DRAWINGS.has(piece.name)) this.drawing(piece);
    else if (piece.name === 'mc:AlternateContent') for (const each of chosen(piece)?.children ?? []) this.piece(each);
    else if (piece.name === 'w:ruby') this.node(piece);
  }

  private print(text: string): void {
    const { fields } = this.flow;
    if (!fields.every((field) => field.result)) return;
    this.text += text;
    if (text.trim() !== '' && fields.some((field) => /^\s*TOC\b/i.test(field.instruction))) this.contents = true;
  }

  private field(mark: XmlElement): void {
    const { fields } = this.flow;
    const top = fields.at(-1);
    if (mark.name === 'w:instrText') {
      if (top && !top.result) top.instruction += mark.text;
      return;
    }
    const type = mark.attributes['w:fldCharType'];
    if (type === 'begin' && fields.length < 100) fields.push({ instruction: '', result: false });
    else if (type === 'separate' && top) top.result = true;
    else if (type === 'end' && top) {
      fields.pop();
      if (!top.result) this.print(enclosed(top.instruction));
    }
  }

  private symbol(piece: XmlElement): void {
    const code = Number.parseInt(piece.attributes['w:char'] ?? '', 16);
    const text = symbol(piece.attributes['w:font'] ?? '', code);
    if (text === null) this.context.seen.symbols++;
    else this.print(text);
  }

  private lineBreak(type: string | undefined): void {
    if (type === 'page') this.page();
    else this.endLine();
  }

  private endLine(): void {
    this.lines.push(this.text);
    this.text = '';
  }

  private page(): void {
    if (!this.context.paged) return;
    this.finish();
    this.lines.push({ page: true });
  }

  finish(): void {
    if (this.text !== '') this.endLine();
  }

  /** Text boxes are read after the paragraph; of pictures and embedded objects only the number is kept. */
  private drawing(element: XmlElement): void {
    if (element.name === 'w:txbxContent') {
      this.boxes.push(element);
      return;
    }
    if (element.name === 'a:blip' || element.name === 'v:imagedata') this.context.seen.pictures++;
    if (element.name === 'o:OLEObject') this.context.seen.objects++;
    const inner = element.name === 'mc:AlternateContent' ? chosen(element)?.children : element.children;
    for (const each of inner ?? []) this.drawing(each);
  }
}

function isFieldMark(element: XmlElement): boolean {
  return element.name === 'w:fldChar' || element.name === 'w:instrText';
}

/** White space at the edges counts only where the element says so. */
function printedText(piece: XmlElement): string {
  const preserved = piece.attributes['xml:space'] === 'preserve';
  return preserved ? piece.text : piece.text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
}

/** Whether any part of the paragraph's mark says that it is gone: hidden, deleted or moved away. */
export function markGone(pPr: XmlElement | undefined): boolean {
  const rPr = child(pPr, 'w:rPr');
  const hidden = toggle(child(rPr, 'w:vanish')) ?? toggle(child(rPr, 'w:specVanish')) ?? false;
  return hidden || childrenOf(rPr, 'w:del').length > 0 || childrenOf(rPr, 'w:moveFrom').length > 0;
}
