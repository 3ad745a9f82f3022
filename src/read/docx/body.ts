/** Blocks of a document part: paragraphs with their list labels, tables, content controls. */
import { type Line, type Part, paragraph } from '../parts.ts';
import type { NumberingState } from '../word/numbering.ts';
import { chosen, type Flow, Inline, type InlineContext, markGone } from './inline.ts';
import type { Numbering } from './numbering.ts';
import { tableParts } from './table.ts';
import { child, integer, toggle, value, type XmlElement } from './xml.ts';

export interface BodyContext extends InlineContext {
  readonly numbering: Numbering;
  readonly labels: NumberingState;
  /** Reads a file that is embedded as a whole (`altChunk`); null where it cannot be read. */
  readonly chunk: (relation: string) => Part[] | null;
}

export class Body {
  private readonly context: BodyContext;
  private readonly flow: Flow = { fields: [] };
  /** Lines of paragraphs whose mark is gone: they open the next one. */
  private carried: Line[] = [];

  constructor(context: BodyContext) {
    this.context = context;
  }

  blocks(container: XmlElement, contents = false): Part[] {
    const parts = container.children.flatMap((each) => this.block(each, contents));
    // At the end of a cell or of the document there is nothing to join.
    const rest = this.carried;
    this.carried = [];
    return rest.length > 0 ? [...parts, ...this.printed(rest, null, contents)] : parts;
  }

  private block(element: XmlElement, contents: boolean): Part[] {
    switch (element.name) {
      case 'w:p':
        return this.paragraph(element, contents);
      case 'w:tbl':
        return tableParts(element, (cell) => new Body(this.context).blocks(cell, contents));
      case 'w:sdt': {
        const inner = child(element, 'w:sdtContent');
        return inner?.children.flatMap((each) => this.block(each, contents || isContentsControl(element))) ?? [];
      }
      case 'w:customXml':
      case 'w:ins':
      case 'w:moveTo':
      case 'w:smartTag':
        return element.children.flatMap((each) => this.block(each, contents));
      case 'mc:AlternateContent':
        return chosen(element)?.children.flatMap((each) => this.block(each, contents)) ?? [];
      case 'w:altChunk':
        return this.context.chunk(element.attributes['r:id'] ?? '') ?? [];
      default:
        return [];
    }
  }

  private paragraph(element: XmlElement, inContents: boolean): Part[] {
    const { styles } = this.context;
    const pPr = child(element, 'w:pPr');
    const style = value(child(pPr, 'w:pStyle'));
    const inline = new Inline(this.context, this.flow, style);
    inline.visit(element);
    inline.finish();
    const before = toggle(child(pPr, 'w:pageBreakBefore')) ?? styles.pageBreakBefore(style);
    const turn: Line[] = this.context.paged && before ? [{ page: true }] : [];
    const lines = joined(this.carried, inline.lines);
    this.carried = [];
    const boxes = inline.boxes.flatMap((box) => new Body(this.context).blocks(box, inContents));
    if (markGone(pPr)) {
      this.carried = lines;
      return boxes;
    }
    const label = this.label(pPr, style);
    const contents = inContents || inline.contents || styles.isContents(style);
    const parts = this.printed([...turn, ...labelled(lines, label)], this.heading(pPr, style), contents);
    return [...parts, ...boxes];
  }

  private heading(pPr: XmlElement | undefined, style: string | undefined): number | null {
    const level = integer(value(child(pPr, 'w:outlineLvl'))) ?? this.context.styles.outline(style);
    return level === null || level < 0 || level > 8 ? null : level + 1;
  }

  private label(pPr: XmlElement | undefined, style: string | undefined): string {
    const { numbering, labels, styles } = this.context;
    const numPr = child(pPr, 'w:numPr');
    const inherited = styles.numbering(style);
    const numId = value(child(numPr, 'w:numId')) ?? inherited?.numId;
    if (numId === undefined || numId === '0' || child(numPr, 'w:del')) return '';
    let level = integer(value(child(numPr, 'w:ilvl')));
    for (const each of inherited?.styles ?? []) level ??= numbering.levelOf(numId, each);
    return labels.label(numId, level ?? inherited?.ilvl ?? 0);
  }

  /** Page turns at the edges stand between paragraphs; a paragraph without text leaves only these. */
  private printed(lines: readonly Line[], heading: number | null, contents: boolean): Part[] {
    const printing = (line: Line) => typeof line === 'string' && line.trim() !== '';
    const first = lines.findIndex(printing);
    const last = lines.findLastIndex(printing);
    const turns = (some: readonly Line[]): Part[] =>
      some.filter((line) => typeof line === 'object' && 'page' in line).map(() => ({ kind: 'page' }));
    if (first < 0) return turns(lines);
    const kept = lines.slice(first, last + 1).filter((line) => typeof line !== 'string' || line.trim() !== '');
    const role = contents ? 'contents' : 'body';
    return [...turns(lines.slice(0, first)), paragraph(kept, { role, heading }), ...turns(lines.slice(last + 1))];
  }
}

/** The last carried line and the first one after it are one printed line. */
function joined(carried: readonly Line[], lines: readonly Line[]): Line[] {
  const last = carried.at(-1);
  const [first] = lines;
  if (typeof last !== 'string' || typeof first !== 'string') return [...carried, ...lines];
  return [...carried.slice(0, -1), last + first, ...lines.slice(1)];
}

function labelled(lines: readonly Line[], label: string): Line[] {
  if (label === '') return [...lines];
  const first = lines.findIndex((line) => typeof line === 'string');
  if (first < 0) return [...lines, label.trimEnd()];
  return lines.map((line, i) => (i === first ? label + (line as string) : line));
}

function isContentsControl(sdt: XmlElement): boolean {
  const gallery = value(child(child(child(sdt, 'w:sdtPr'), 'w:docPartObj'), 'w:docPartGallery'));
  return gallery !== undefined && /table of contents/i.test(gallery);
}
