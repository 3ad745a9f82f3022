/** The one document that `text` and `explain` work on. */
import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { DocumentRecord } from '../contract.ts';
import type { Document, Notice } from '../document.ts';
import { type ExtractResult, extract } from '../extract.ts';
import { VERSION } from '../version.ts';
import { type DocFlags, docOptions } from './doc-options.ts';
import { type Io, printable } from './io.ts';
import { type PatternFlags, patternsFor } from './pattern-options.ts';

/** Options of the commands that work on one document. */
export type DocumentFlags = DocFlags & PatternFlags;

export interface OneDocument extends ExtractResult {
  readonly record: DocumentRecord;
  readonly document: Document;
}

/** Reads and extracts one file; says on standard error what was noticed. Null where there is no document. */
export async function oneDocument(
  file: string,
  flags: DocumentFlags,
  io: Io,
  { readings }: { readonly readings?: boolean } = {},
): Promise<OneDocument | null> {
  const bytes = await readFile(resolve(io.cwd, file)).catch((error: NodeJS.ErrnoException) => {
    io.stderr(`${printable(file)}: ${error.code === 'ENOENT' ? 'no such file' : `cannot be opened (${error.code})`}\n`);
    return null;
  });
  if (!bytes) return null;
  const result = await extract(bytes, {
    path: basename(file),
    patterns: patternsFor(flags, io),
    version: VERSION,
    readings,
    ...(await docOptions(flags)),
  });
  for (const notice of result.notices) io.stderr(`${printable(file)}: ${noticeText(notice)}\n`);
  const { record, document } = result;
  return record && document ? { ...result, record, document } : null;
}

function noticeText({ page, severity, message, code }: Notice): string {
  return printable(`${page === null ? '' : `page ${page}: `}${severity}: ${message} [${code}]`);
}
