/** Reads a document of any format, recognised by its content. A file that cannot be read gives null and an error notice. */
import type { Patterns } from '../patterns/load.ts';
import { type DocOptions, readDocFile } from './doc-route.ts';
import { readDocx } from './docx/index.ts';
import { contentOf } from './format.ts';
import { readHtml } from './html/index.ts';
import { readImage } from './image.ts';
import { readMhtml } from './mhtml.ts';
import { withoutMirrorMarks } from './mirror.ts';
import { causeOf, failure, type Reading } from './notices.ts';
import { corrected } from './ocr/misread.ts';
import { readOfd } from './ofd/index.ts';
import type { PdfOptions } from './pdf/options.ts';
import { readPdf } from './pdf.ts';
import { readRtf } from './rtf/index.ts';
import { readSheets } from './sheet/index.ts';
import { readText } from './text.ts';

export interface ReadOptions extends DocOptions, PdfOptions {
  readonly patterns: Patterns;
}

export async function read(bytes: Uint8Array, options: ReadOptions): Promise<Reading> {
  try {
    const { ocr, patterns } = options;
    const reading = await readContent(bytes, ocr ? { ...options, ocr: corrected(ocr, patterns) } : options);
    return withoutMirrorMarks(reading, patterns);
  } catch (error) {
    // A fault of a reader must not cost the other inputs of a batch.
    return failure('corrupt', `the file could not be read: ${causeOf(error)}`);
  }
}

async function readContent(bytes: Uint8Array, options: ReadOptions): Promise<Reading> {
  const content = contentOf(bytes);
  switch (content.kind) {
    case 'empty':
      return failure('empty', 'the file is empty');
    case 'encrypted':
      return failure('encrypted', 'the document is encrypted; a password is needed');
    case 'unsupported':
      return failure('unsupported-format', `the file is ${content.name}, which is not supported`);
    case 'ofd':
      return readOfd(bytes, options.patterns, options);
    case 'pdf':
      return readPdf(bytes, options.patterns, options);
    case 'png':
    case 'jpeg':
    case 'tiff':
    case 'bmp':
      return readImage(bytes, content.kind, options.patterns, options);
    case 'docx':
      return readDocx(bytes, options.patterns);
    case 'doc':
      return readDocFile(bytes, options.patterns, options);
    case 'xlsx':
    case 'xls':
      return readSheets(bytes, content.kind, options.patterns);
    case 'html':
      return readHtml(bytes, options.patterns);
    case 'mhtml':
      return readMhtml(bytes, options.patterns);
    case 'rtf':
      return readRtf(bytes, options.patterns);
    default:
      return readText(bytes, options.patterns);
  }
}
