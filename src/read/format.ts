/** What a file is, by its content alone: names lie. */
import { unzipSync } from 'fflate';
import { wideWithoutMark } from './charset.ts';
import { CompoundFile } from './doc/compound.ts';

/** Formats with a reader; the others are named for people. */
export type Content =
  | {
      readonly kind:
        | 'pdf'
        | 'docx'
        | 'doc'
        | 'xlsx'
        | 'xls'
        | 'html'
        | 'mhtml'
        | 'rtf'
        | 'txt'
        | 'ofd'
        | 'png'
        | 'jpeg'
        | 'tiff'
        | 'bmp'
        | 'empty'
        | 'encrypted';
    }
  | { readonly kind: 'unsupported'; readonly name: string };

const unsupported = (name: string): Content => ({ kind: 'unsupported', name });

/** Signature in hex (`..` is any byte) and what it stands for. */
const SIGNATURES: readonly (readonly [string, string])[] = [
  ['47494638', 'a GIF image'],
  ['52494646........57454250', 'a WebP image'],
  ['526172211a07', 'a RAR archive'],
  ['377abcaf271c', 'a 7z archive'],
  ['1f8b08', 'a gzip file'],
  ['dba5', 'a document of Word 2 for Windows'],
  ['31be0000', 'a document of Word for DOS or Write'],
  ['d7cdc69a', 'a Windows metafile'],
];

function startsWith(bytes: Uint8Array, hex: string): boolean {
  for (let i = 0; i < hex.length; i += 2) {
    const byte = hex.slice(i, i + 2);
    if (byte !== '..' && bytes[i / 2] !== Number.parseInt(byte, 16)) return false;
  }
  return true;
}

/** The bytes as Latin-1 letters, for looking at marks that are ASCII in every character set. */
function ascii(bytes: Uint8Array, length: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(length, bytes.byteLength)).toString('latin1');
}

export function contentOf(bytes: Uint8Array): Content {
  if (bytes.every((byte) => byte === 0 || byte === 0x20 || (byte >= 0x09 && byte <= 0x0d))) return { kind: 'empty' };
  const head = ascii(bytes, 4096);
  // Some servers put bytes before the header; readers accept it within the first kilobyte.
  if (head.slice(0, 1024).includes('%PDF-')) return { kind: 'pdf' };
  if (startsWith(bytes, 'd0cf11e0a1b11ae1')) return compound(bytes);
  if (startsWith(bytes, '504b0304') || startsWith(bytes, '504b0506')) return archive(bytes);
  if (/^\s{0,16}\{\\rtf/.test(head)) return { kind: 'rtf' };
  // Workbooks of before 1997 are a bare stream of records.
  if (['09000400', '09020600', '09040600', '09080800', '09081000'].some((start) => startsWith(bytes, start)))
    return { kind: 'xls' };
  if (startsWith(bytes, '89504e470d0a1a0a')) return { kind: 'png' };
  if (startsWith(bytes, 'ffd8ff')) return { kind: 'jpeg' };
  if (startsWith(bytes, '49492a00') || startsWith(bytes, '4d4d002a')) return { kind: 'tiff' };
  if (startsWith(bytes, '424d........00000000')) return { kind: 'bmp' };
  for (const [hex, name] of SIGNATURES) if (startsWith(bytes, hex)) return unsupported(name);
  return text(bytes);
}

/** OLE compound file, by the names of its streams: those of embedded documents lie deeper. Writers differ in case. */
function compound(bytes: Uint8Array): Content {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const names = new Set(new CompoundFile(bytes).names().map((name) => name.toLowerCase()));
  const known = ['EncryptedPackage', 'WordDocument', 'Workbook', 'Book', 'PowerPoint Document'];
  const sound = known.some((name) => names.has(name.toLowerCase()));
  // Where the directory is damaged, the names may still stand somewhere.
  const has = (name: string) =>
    sound ? names.has(name.toLowerCase()) : all.includes(Buffer.from(`${name}\0`, 'utf16le'));
  if (has('EncryptedPackage')) return { kind: 'encrypted' };
  if (has('WordDocument')) return { kind: 'doc' };
  if (has('Workbook') || has('Book')) return { kind: 'xls' };
  if (has('PowerPoint Document')) return unsupported('a PowerPoint presentation (.ppt)');
  return unsupported('an OLE compound file without a document in it');
}

/** ZIP, by the names of its members; members that are archives themselves do not count. */
function archive(bytes: Uint8Array): Content {
  const names = memberNames(bytes);
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // Of a ZIP whose directory is damaged the names still stand before each member.
  const has = (name: string) => (names ? names.some((each) => each.includes(name)) : all.includes(name, 0, 'latin1'));
  if (has('word/document.xml')) return { kind: 'docx' };
  if (has('xl/workbook.xml') || has('xl/workbook.bin')) return { kind: 'xlsx' };
  if (has('ppt/presentation.xml')) return unsupported('a PowerPoint presentation (.pptx)');
  if (has('ofd.xml')) return { kind: 'ofd' };
  // A package whose parts have other names.
  if (has('[content_types].xml') && has('word/')) return { kind: 'docx' };
  if (all.subarray(0, 100).includes('application/vnd.oasis.opendocument', 0, 'latin1'))
    return unsupported('an OpenDocument file');
  return unsupported('a ZIP archive');
}

/** In lower case and with slashes, for programs differ; null where the directory cannot be read. */
function memberNames(bytes: Uint8Array): string[] | null {
  const names: string[] = [];
  const noted = ({ name }: { name: string }) => {
    names.push(name.toLowerCase().replaceAll('\\', '/'));
    return false;
  };
  try {
    unzipSync(bytes, { filter: noted });
    return names;
  } catch {
    return null;
  }
}

const HTML_MARK =
  /<(?:!doctype\s{1,9}html|html|head|body|meta|title|table|div|p|span|center|script|style|h[1-6])[\s>/]/i;
const MHTML_MARK = /^(?:mime-version\s{0,9}:|content-type\s{0,9}:\s{0,9}multipart\/related)/im;

function text(bytes: Uint8Array): Content {
  // Every second byte of UTF-16 in ASCII is zero: without them its marks read as in any other character set.
  const head = ascii(bytes, 16_384).replaceAll('\0', '');
  const trimmed = head.replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '').trimStart();
  if (MHTML_MARK.test(trimmed.slice(0, 2048)) && /^[A-Za-z][A-Za-z-]{1,40}\s{0,9}:/.test(trimmed))
    return { kind: 'mhtml' };
  if (trimmed.startsWith('<?xml') || trimmed.startsWith('<')) {
    // A workbook in one XML file (SpreadsheetML 2003), mostly named .xls.
    if (/progid="Excel\.Sheet"|<(?:ss:)?Workbook\b[^>]{0,400}office:spreadsheet/.test(head.slice(0, 2048)))
      return { kind: 'xls' };
    if (/progid="Word\.Document"|<w:wordDocument/.test(head)) return unsupported('a Word document in XML (2003)');
  }
  if (HTML_MARK.test(trimmed.slice(0, 8192)) && markup(trimmed)) return { kind: 'html' };
  return binary(bytes) ? unsupported('binary data of an unknown format') : { kind: 'txt' };
}

/** A text that begins with a tag, or names a root element; a text that merely mentions one is no web page. */
function markup(head: string): boolean {
  return head.startsWith('<') || /<(?:html|body|!doctype\s{1,9}html)[\s>]/i.test(head);
}

function binary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 16_384);
  const marked = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  // In UTF-16 the control bytes are halves of common characters.
  if (marked || wideWithoutMark(bytes)) return false;
  const control = head.filter(
    (byte) => byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1a && byte !== 0x1b,
  );
  return control.length * 50 > head.length;
}
