/** Binary .doc: through a converter to DOCX where there is one, else its bare text. */

import WordExtractor from 'word-extractor';
import type { Notice } from '../document.ts';
import type { Patterns } from '../patterns/load.ts';
import { documentOf } from './contents.ts';
import { readDocx } from './docx/index.ts';
import type { Converter } from './libreoffice.ts';
import { causeOf, failure, notice, type Reading } from './notices.ts';
import { flowLines, textParts } from './text.ts';

export async function readDocFile(bytes: Uint8Array, patterns: Patterns, convert: Converter | null): Promise<Reading> {
  if (!convert) {
    const why = 'the tables of a .doc need LibreOffice, which was not found; its bare text was read';
    return bareText(bytes, patterns, [notice('needs-libreoffice', 'warning', why)]);
  }
  let cause: string;
  try {
    const reading = readDocx(await convert(bytes), patterns);
    if (reading.value) return { value: { ...reading.value, format: 'doc' }, notices: reading.notices };
    cause = reading.notices[0]?.message ?? 'its result is empty';
  } catch (error) {
    cause = causeOf(error);
  }
  const why = `LibreOffice did not convert the .doc (${cause}); its bare text was read`;
  return bareText(bytes, patterns, [notice('converter-failed', 'warning', why)]);
}

async function bareText(bytes: Uint8Array, patterns: Patterns, notices: readonly Notice[]): Promise<Reading> {
  let text: string;
  try {
    const extracted = await new WordExtractor().extract(Buffer.from(bytes));
    const options = { filterUnicode: false, includeHeadersAndFooters: false };
    text = [
      extracted.getBody(options),
      extracted.getTextboxes(options),
      extracted.getFootnotes(options),
      extracted.getEndnotes(options),
    ].join('\n');
  } catch (error) {
    const { notices: failed } = failure('corrupt', `the .doc is damaged: ${causeOf(error)}`);
    return { value: null, notices: [...failed, ...notices] };
  }
  // Each row ends with the mark of its last cell.
  const parts = textParts(flowLines(text.replace(/\t$/gm, '')), patterns);
  if (parts.length === 0)
    return { value: null, notices: [...failure('empty', 'the .doc has no text').notices, ...notices] };
  const approximate = notice(
    'tables-approximate',
    'warning',
    'the bare text of a .doc has no merged cells; columns may shift',
  );
  return { value: documentOf('doc', parts, patterns), notices: [...notices, approximate] };
}
