/** The tree of parse5 in the few words that the reader needs. */
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5';

export type Node = DefaultTreeAdapterTypes.ChildNode;
export type Element = DefaultTreeAdapterTypes.Element;

/** No page of people nests deeper; what does would exhaust the stack. */
const MAX_DEPTH = 1500;

/** The root element; null where elements nest without end. */
export function parseHtml(text: string): Element | null {
  const document = parse(text, { treeAdapter: defaultTreeAdapter });
  const root = document.childNodes.find(isElement) as Element;
  let depth = 0;
  for (let level: Element[] = [root]; level.length > 0; depth++)
    level = level.flatMap((element) => element.childNodes.filter(isElement));
  return depth > MAX_DEPTH ? null : root;
}

export function isElement(node: unknown): node is Element {
  return typeof node === 'object' && node !== null && 'tagName' in node;
}

export function textOf(node: Node): string | null {
  return node.nodeName === '#text' ? (node as DefaultTreeAdapterTypes.TextNode).value : null;
}

export function attribute(element: Element, name: string): string | null {
  return element.attrs.find((each) => each.name === name)?.value ?? null;
}

/** Class names and the id. */
export function names(element: Element): string[] {
  const classes = attribute(element, 'class')?.split(/\s+/) ?? [];
  return [...classes, attribute(element, 'id') ?? ''].filter((name) => name !== '').map((name) => name.slice(0, 80));
}

/** All elements below `root` that `enter` accepts, parents before children. */
export function* elements(root: Element): Generator<Element> {
  const open: Element[] = [root];
  for (let element = open.pop(); element; element = open.pop()) {
    yield element;
    for (let i = element.childNodes.length - 1; i >= 0; i--) {
      const child = element.childNodes[i];
      if (isElement(child)) open.push(child);
    }
  }
}

const UNPRINTED = new Set(
  'head script style template noscript iframe object embed applet select option button input textarea svg math canvas audio video map datalist title meta link base'.split(
    ' ',
  ),
);

export function unprinted(element: Element): boolean {
  return UNPRINTED.has(element.tagName);
}
