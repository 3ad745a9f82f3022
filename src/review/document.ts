/** One document as the site shows it: its record, its text, and how that was laid out. */
import type { DocumentRecord } from '../contract.ts';
import { type Block, boxOf, type Document } from '../document.ts';
import { told } from '../reporting/told.ts';
import type { DocumentData, PagePicture, PrintedBlock, SharedFinding } from './data.ts';
import { organisationKey } from './organisations.ts';

export function documentData(
  record: DocumentRecord,
  text: string,
  /** As it was read; null where the run kept nothing. */
  reading: Document | null,
  pictures: Readonly<Record<number, PagePicture>>,
  shared: readonly SharedFinding[],
): DocumentData {
  return {
    record,
    text,
    blocks: reading?.blocks.map(printedBlock) ?? null,
    organisationKey: organisationKey(record),
    fingerprints: told(record, text).map(({ fingerprint }) => fingerprint),
    unmappedBoxes: record.mentions.unmapped.map(({ start, end }) => reading && boxOf(reading, start, end)),
    shared,
    pictures,
  };
}

function printedBlock(block: Block): PrintedBlock {
  if (block.kind === 'paragraph') {
    return { kind: 'paragraph', role: block.role, lines: block.lines.map(({ start, end }) => [start, end]) };
  }
  const cells = block.cells.map(
    ({ start, end, row, column, rowSpan, columnSpan }) => [start, end, row, column, rowSpan, columnSpan] as const,
  );
  return { kind: 'table', cells };
}
