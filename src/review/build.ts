/** From the output of a run to a site. One document is in memory at a time. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { keptReading } from '../batch/cache.ts';
import type { Entry } from '../batch/entry.ts';
import { entriesOf } from '../batch/finish.ts';
import type { DocumentRecord } from '../contract.ts';
import type { Patterns } from '../patterns/load.ts';
import type { DocumentRow, PagePicture, Unread } from './data.ts';
import { documentData } from './document.ts';
import { prepare, writeData } from './files.ts';
import { namesOf } from './names.ts';
import { Organisations, organisationKey } from './organisations.ts';
import { drawPages } from './pictures.ts';
import { Functions, rowOf } from './row.ts';
import { SharedFindings } from './shared.ts';

export interface BuildOptions {
  readonly patterns: Patterns;
  /** Where the documents lie, to draw their pages; null for a site without pictures. */
  readonly images: string | null;
}

export interface Built {
  readonly documents: number;
  readonly pages: number;
}

export async function buildSite(out: string, target: string, { patterns, images }: BuildOptions): Promise<Built> {
  const entries: Entry[] = [];
  for await (const entry of entriesOf(out)) entries.push(entry);
  await prepare(target);
  const pictures = images === null ? new Map() : await drawPages(images, target, pdfsOf(entries));
  const documents: DocumentRow[] = [];
  const functions = new Functions();
  const organisations = new Organisations();
  const shared = await SharedFindings.of(out);
  let generator = { version: '', patterns: '' };
  for (const entry of entries) {
    if (entry.status !== 'extracted') continue;
    const record = JSON.parse(await readFile(join(out, 'documents', `${entry.id}.json`), 'utf8')) as DocumentRecord;
    const text = await readFile(join(out, 'text', `${entry.id}.txt`), 'utf8');
    const reading = await keptReading(out, record.source.sha256, text);
    const drawn: Record<number, PagePicture> = pictures.get(record.id) ?? {};
    await writeData(
      target,
      `documents/${record.id}`,
      documentData(record, text, reading, drawn, await shared.at(record.id)),
    );
    documents.push(rowOf(record, organisationKey(record), functions));
    organisations.add(record);
    generator = record.generator;
  }
  for (const [key, data] of organisations.all()) await writeData(target, `organisations/${key}`, data);
  const unread = entries.flatMap(unreadOf);
  await writeData(target, 'overview', { generator, documents, unread, functions: functions.names });
  await writeData(target, 'names', namesOf(patterns));
  const pages = [...pictures.values()].reduce((sum, each) => sum + Object.keys(each).length, 0);
  return { documents: documents.length, pages };
}

const pdfsOf = (entries: readonly Entry[]) =>
  new Set(entries.flatMap((entry) => (entry.status === 'extracted' && entry.format === 'pdf' ? [entry.id] : [])));

function unreadOf(entry: Entry): Unread[] {
  const { path, status } = entry;
  if (status === 'extracted') return [];
  if (status === 'duplicate') return [{ path, status, reason: entry.of, code: null }];
  return [{ path, status, reason: entry.reason.message, code: entry.reason.code }];
}
