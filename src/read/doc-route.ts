/** Binary .doc: by the reader of this project, or by LibreOffice as a converter to DOCX, or by both as a check. */
import type { Notice } from '../document.ts';
import type { Patterns } from '../patterns/load.ts';
import { readDoc } from './doc/index.ts';
import { readDocx } from './docx/index.ts';
import type { Converter } from './libreoffice.ts';
import { causeOf, notice, type Reading } from './notices.ts';
import { differences } from './verify.ts';

export type DocEngine = 'native' | 'libreoffice';

export interface DocOptions {
  /** The reader of this project unless said otherwise. */
  readonly docEngine?: DocEngine;
  /** Reads with both engines and notes where they differ. */
  readonly verifyDoc?: boolean;
  /** Turns a binary .doc into a .docx; null or absent where no converter is installed. */
  readonly convertDoc?: Converter | null;
}

export async function readDocFile(bytes: Uint8Array, patterns: Patterns, options: DocOptions): Promise<Reading> {
  const { docEngine = 'native', verifyDoc = false } = options;
  const native = docEngine === 'native' || verifyDoc ? readDoc(bytes, patterns) : null;
  if (docEngine === 'native' && !verifyDoc) return native as Reading;
  const converted = await convertedReading(bytes, patterns, options.convertDoc ?? null);
  if (!converted.value) {
    // What LibreOffice cannot do here the native reader can; the notices say who read.
    const { value, notices } = native ?? readDoc(bytes, patterns);
    return { value, notices: [...notices, ...converted.notices] };
  }
  if (!native) return converted;
  const [first, second] = docEngine === 'native' ? [native, converted] : [converted, native];
  return { value: first.value, notices: [...first.notices, ...compared(first, second, docEngine)] };
}

function compared(first: Reading, second: Reading, engine: DocEngine): Notice[] {
  if (first.value && second.value) {
    const witness = engine === 'native' ? 'LibreOffice' : 'the native reader';
    return differences(first.value, second.value, witness);
  }
  const cause = (first.value ? second : first).notices.at(-1)?.message ?? 'no text';
  return [notice('readings-differ', 'warning', `only LibreOffice gives a document; the native reader: ${cause}`)];
}

/** The document as LibreOffice converts it; null and a warning where it does not. */
async function convertedReading(bytes: Uint8Array, patterns: Patterns, convert: Converter | null): Promise<Reading> {
  const without = 'the .doc was read by the native reader alone';
  if (!convert) {
    const message = `LibreOffice was not found; ${without}`;
    return { value: null, notices: [notice('needs-libreoffice', 'warning', message)] };
  }
  let cause: string;
  try {
    const { value, notices } = readDocx(await convert(bytes), patterns);
    if (value) return { value: { ...value, format: 'doc' }, notices };
    cause = notices[0]?.message ?? 'its result is empty';
  } catch (error) {
    cause = causeOf(error);
  }
  const message = `LibreOffice did not convert the .doc (${cause}); ${without}`;
  return { value: null, notices: [notice('converter-failed', 'warning', message)] };
}
