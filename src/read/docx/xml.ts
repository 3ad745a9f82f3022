/** XML parts as a small tree. Names carry one prefix for each known namespace, transitional or strict. */
import { Parser } from 'htmlparser2';

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** The character data of elements that print or instruct; '' elsewhere. */
  readonly text: string;
}

export class XmlError extends Error {}

const NAMESPACES: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
  'http://schemas.openxmlformats.org/package/2006/content-types': 'ct',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
  'http://purl.oclc.org/ooxml/drawingml/main': 'a',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingShape': 'wps',
  'urn:schemas-microsoft-com:vml': 'v',
  'urn:schemas-microsoft-com:office:office': 'o',
  'http://www.ofdspec.org/2016': 'ofd',
  'http://www.ofdspec.org': 'ofd',
};

/** Elements whose character data counts; white space between all others is layout of the file. */
const PRINTING = new Set([
  'w:t',
  'w:instrText',
  'm:t',
  'ofd:TextCode',
  'ofd:AbbreviatedData',
  'ofd:DocRoot',
  'ofd:PhysicalBox',
  'ofd:PublicRes',
  'ofd:DocumentRes',
  'ofd:PageRes',
  'ofd:MediaFile',
]);
/** No document of people nests deeper; what does would exhaust the stack. */
const MAX_DEPTH = 500;

interface Open extends XmlElement {
  children: Open[];
  text: string;
  prefixes: Readonly<Record<string, string>>;
  /** Where the opening tag ends in the source. */
  at: number;
}

/** Parses one part; an XmlError names what is wrong, for a part cut short must not pass for a short document. */
export function parseXml(bytes: Uint8Array, part: string): XmlElement {
  const root: Open = { name: '', attributes: {}, children: [], text: '', prefixes: {}, at: -1 };
  const stack: Open[] = [root];
  let ended = false;
  const parser = new Parser(
    {
      onopentag(raw, attributes) {
        if (stack.length > MAX_DEPTH) throw new XmlError(`${part} nests its XML too deeply`);
        const parent = stack.at(-1) as Open;
        const element = { ...open(raw, attributes, parent.prefixes), at: parser.endIndex };
        parent.children.push(element);
        stack.push(element);
      },
      ontext(data) {
        const top = stack.at(-1) as Open;
        if (PRINTING.has(top.name)) top.text += data;
      },
      onclosetag(raw, implied) {
        const top = stack.pop();
        // The parser calls the end of `<a/>` implied too; there it stands where the tag began.
        const empty = parser.endIndex === top?.at && !ended;
        if (implied && !empty) throw new XmlError(`${part} holds broken XML: <${raw.slice(0, 40)}> is not closed`);
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(decodeXml(bytes));
  ended = true;
  parser.end();
  const [element] = root.children;
  if (!element || root.children.length > 1) throw new XmlError(`${part} is not an XML document`);
  return element;
}

/** XML is UTF-8 unless a byte order mark says otherwise. */
function decodeXml(bytes: Uint8Array): string {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder('utf-8').decode(bytes);
}

function open(raw: string, attributes: Record<string, string>, outer: Open['prefixes']): Omit<Open, 'at'> {
  let prefixes = outer;
  for (const [name, value] of Object.entries(attributes)) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
    if (prefixes === outer) prefixes = { ...outer };
    (prefixes as Record<string, string>)[name.slice(6)] = NAMESPACES[value] ?? name.slice(6);
  }
  const renamed: Record<string, string> = {};
  for (const [name, value] of Object.entries(attributes)) renamed[rename(name, prefixes, false)] = value;
  return { name: rename(raw, prefixes, true), attributes: renamed, children: [], text: '', prefixes };
}

/** An attribute without prefix belongs to no namespace. */
function rename(name: string, prefixes: Open['prefixes'], element: boolean): string {
  const colon = name.indexOf(':');
  const prefix = colon < 0 ? '' : name.slice(0, colon);
  if (colon < 0 && !element) return name;
  const known = prefixes[prefix] ?? prefix;
  return known === '' ? name : `${known}:${name.slice(colon + 1)}`;
}

export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((each) => each.name === name);
}

export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((each) => each.name === name) ?? [];
}

export function value(element: XmlElement | undefined): string | undefined {
  return element?.attributes['w:val'];
}

/** An on/off property: present without a value is on; undefined where it is not given. */
export function toggle(element: XmlElement | undefined): boolean | undefined {
  if (!element) return undefined;
  return !['0', 'false', 'off', 'none'].includes(value(element) ?? '1');
}

export function integer(text: string | undefined): number | null {
  const number = Number.parseInt(text ?? '', 10);
  return Number.isSafeInteger(number) ? number : null;
}
