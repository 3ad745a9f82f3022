/** styles.xml: what paragraphs and runs inherit that matters for the text. */
import { child, childrenOf, integer, toggle, value, type XmlElement } from './xml.ts';

interface Style {
  readonly id: string;
  readonly name: string;
  readonly basedOn: string | undefined;
  readonly vanish: boolean | undefined;
  readonly outline: number | null;
  readonly numId: string | undefined;
  readonly ilvl: number | null;
  readonly pageBreakBefore: boolean | undefined;
}

export interface StyleNumbering {
  readonly numId: string;
  readonly ilvl: number | null;
  /** The styles from the one named to the one with the list, for levels that are bound to a style. */
  readonly styles: readonly string[];
}

export class Styles {
  private readonly styles = new Map<string, Style>();
  private readonly defaultParagraph: string | undefined;

  constructor(root: XmlElement | null) {
    let fallback: string | undefined;
    for (const element of childrenOf(root ?? undefined, 'w:style')) {
      const style = readStyle(element);
      this.styles.set(style.id, style);
      const isDefault = ['1', 'true', 'on'].includes(element.attributes['w:default'] ?? '');
      if (isDefault && element.attributes['w:type'] === 'paragraph') fallback = style.id;
    }
    this.defaultParagraph = fallback;
  }

  /** Hidden by this style; a style that names the property in the chain decides. */
  vanish(id: string | undefined, kind: 'paragraph' | 'character'): boolean {
    const chain = this.chain(kind === 'paragraph' ? (id ?? this.defaultParagraph) : id);
    return chain.find((style) => style.vanish !== undefined)?.vanish ?? false;
  }

  /** Outline level from 0; 9 is body text. Built-in headings have theirs by name. */
  outline(id: string | undefined): number | null {
    for (const style of this.chain(id ?? this.defaultParagraph)) {
      if (style.outline !== null) return style.outline;
      const heading = /^heading ([1-9])$/i.exec(style.name);
      if (heading) return Number(heading[1]) - 1;
    }
    return null;
  }

  pageBreakBefore(id: string | undefined): boolean {
    const chain = this.chain(id ?? this.defaultParagraph);
    return chain.find((style) => style.pageBreakBefore !== undefined)?.pageBreakBefore ?? false;
  }

  /** A line of a table of contents, by its built-in style. */
  isContents(id: string | undefined): boolean {
    return this.chain(id).some((style) => /^toc [1-9]$/i.test(style.name));
  }

  numbering(id: string | undefined): StyleNumbering | null {
    const chain = this.chain(id ?? this.defaultParagraph);
    const index = chain.findIndex((style) => style.numId !== undefined);
    const style = chain[index];
    if (!style?.numId) return null;
    return { numId: style.numId, ilvl: style.ilvl, styles: chain.slice(0, index + 1).map((each) => each.id) };
  }

  /** The list that a numbering style stands for. */
  listOf(id: string): string | undefined {
    return this.chain(id).find((style) => style.numId !== undefined)?.numId;
  }

  /** The style and what it is based on; a circle ends where it closes. */
  private chain(id: string | undefined): Style[] {
    const chain: Style[] = [];
    for (let next = id; next !== undefined && chain.length < 50; ) {
      const style = this.styles.get(next);
      if (!style || chain.includes(style)) break;
      chain.push(style);
      next = style.basedOn;
    }
    return chain;
  }
}

function readStyle(element: XmlElement): Style {
  const pPr = child(element, 'w:pPr');
  const numPr = child(pPr, 'w:numPr');
  return {
    id: element.attributes['w:styleId'] ?? '',
    name: value(child(element, 'w:name')) ?? '',
    basedOn: value(child(element, 'w:basedOn')),
    vanish: toggle(child(child(element, 'w:rPr'), 'w:vanish')),
    outline: integer(value(child(pPr, 'w:outlineLvl'))),
    numId: value(child(numPr, 'w:numId')),
    ilvl: integer(value(child(numPr, 'w:ilvl'))),
    pageBreakBefore: toggle(child(pPr, 'w:pageBreakBefore')),
  };
}
