/** Reads a document of any format, recognised by its content. A file that cannot be read gives null and an error notice. */
import type { Patterns } from '../patterns/load.ts';
import type { DocOptions } from './doc-route.ts';
import { contentOf } from './format.ts';
import { withoutMirrorMarks } from './mirror.ts';
import { causeOf, failure, type Reading } from './notices.ts';
import { corrected } from './ocr/misread.ts';
import type { PdfOptions } from './pdf/options.ts';
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

/** Each reader is loaded when it is needed: a process that reads one form starts sooner. */
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
      return (await import('./ofd/index.ts')).readOfd(bytes, options.patterns, options);
    case 'pdf':
      return (await import('./pdf.ts')).readPdf(bytes, options.patterns, options);
    case 'png':
    case 'jpeg':
    case 'tiff':
    case 'bmp':
      return (await import('./image.ts')).readImage(bytes, content.kind, options.patterns, options);
    case 'docx':
      return (await import('./docx/index.ts')).readDocx(bytes, options.patterns);
    case 'doc':
      return (await import('./doc-route.ts')).readDocFile(bytes, options.patterns, options);
    case 'xlsx':
    case 'xls':
      return (await import('./sheet/index.ts')).readSheets(bytes, content.kind, options.patterns);
    case 'html':
      return (await import('./html/index.ts')).readHtml(bytes, options.patterns);
    case 'mhtml':
      return (await import('./mhtml.ts')).readMhtml(bytes, options.patterns);
    case 'rtf':
      return (await import('./rtf/index.ts')).readRtf(bytes, options.patterns);
    default:
      return readText(bytes, options.patterns);
  }
}
