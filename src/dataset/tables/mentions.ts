/** A row for each number that states something and that nothing recognised. */
import type { DocumentRecord, UnmappedMention } from '../../contract.ts';
import { columnsOf, type Table } from '../column.ts';

interface Row {
  readonly record: DocumentRecord;
  readonly mention: UnmappedMention;
  readonly sectionKind: string | null;
}

const { name, count, text, integer } = columnsOf<Row>();

export const mentions: Table<Row> = {
  name: 'mentions',
  key: ['document_id', 'start'],
  rows: (record) => {
    const kinds = new Map(record.sections.map(({ id, kind }) => [id, kind]));
    return record.mentions.unmapped.map((mention) => ({
      record,
      mention,
      sectionKind: mention.section === null ? null : (kinds.get(mention.section) ?? null),
    }));
  },
  columns: [
    name('document_id', ({ record }) => record.id),
    text('organisation', ({ record }) => record.report.organisation),
    integer('fiscal_year', ({ record }) => record.report.fiscalYear),
    name('text', ({ mention }) => mention.text),
    count('page', ({ mention }) => mention.page),
    count('start', ({ mention }) => mention.start),
    count('end', ({ mention }) => mention.end),
    text('section_id', ({ mention }) => mention.section),
    text('section_kind', ({ sectionKind }) => sectionKind),
    name('context', ({ mention }) => mention.context),
  ],
};
