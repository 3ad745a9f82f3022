/**
 * Binary Word documents ([MS-DOC]) of Word 6 to 2007, and of WPS, read without another program. Damage costs a notice,
 * never an exception: every length, offset and count of the file is bounded by the file.
 */
import type { Document, Notice, Result } from '../../document.ts';
import type { Patterns } from '../../patterns/load.ts';
import { documentOf } from '../contents.ts';
import { failure, notice } from '../notices.ts';
import { CompoundFile, isCompound } from './compound.ts';
import { openWordFile, type WordFile } from './file.ts';
import { partsOf } from './printed.ts';

export function readDoc(bytes: Uint8Array, patterns: Patterns): Result<Document | null> {
  if (!isCompound(bytes)) return failure('corrupt', 'the file is not a compound file, as binary Word documents are');
  const opened = openWordFile(new CompoundFile(bytes));
  switch (opened.kind) {
    case 'none':
      return failure('corrupt', 'the compound file holds no stream “WordDocument”; it may be cut short');
    case 'unknown':
      return failure('corrupt', 'the stream “WordDocument” does not begin as a document of Word 6 to 2007');
    case 'no-tables':
      return failure('corrupt', 'the stream with the tables of the document is missing');
    case 'encrypted':
      return failure('encrypted', 'the document is encrypted; a password is needed');
  }
  return printed(opened.file, patterns);
}

function printed(file: WordFile, patterns: Patterns): Result<Document | null> {
  const notices: Notice[] = [];
  if (!file.whole) notices.push(notice('corrupt', 'warning', 'the file is damaged or cut short; text may be missing'));
  const { parts, seen } = partsOf(file);
  if (parts.length === 0) {
    const pictures = seen.pictures > 0 ? `only ${seen.pictures} pictures and ` : '';
    return { value: null, notices: [...notices, notice('empty', 'error', `the document holds ${pictures}no text`)] };
  }
  if (seen.symbols > 0) {
    const message = `${seen.symbols} characters of symbol fonts are not known and were left out`;
    notices.push(notice('unknown-element', 'info', message));
  }
  return { value: documentOf('doc', parts, patterns), notices };
}
