/** A row for each stated value. What the report says of itself is repeated in each, so that most questions need no join. */
import type { DocumentRecord, Fact, Section, TableRecord } from '../../contract.ts';
import { columnsOf, ends, held, type Table } from '../column.ts';

interface Row {
  readonly record: DocumentRecord;
  readonly fact: Fact;
  readonly section: Section | undefined;
  readonly table: TableRecord | undefined;
}

const { name, count, text, integer, flag, amount, bound, point } = columnsOf<Row>();

export const facts: Table<Row> = {
  name: 'facts',
  key: ['document_id', 'fact_id'],
  rows: (record) => {
    const sections = new Map(record.sections.map((section) => [section.id, section]));
    const tables = new Map(record.tables.map((table) => [table.id, table]));
    return record.facts.map((fact) => ({
      record,
      fact,
      section: fact.source.section === null ? undefined : sections.get(fact.source.section),
      table: fact.source.table === null ? undefined : tables.get(fact.source.table),
    }));
  },
  columns: [
    name('document_id', ({ record }) => record.id),
    name('fact_id', ({ fact }) => fact.id),
    text('organisation', ({ record }) => record.report.organisation),
    text('region', ({ record }) => record.report.region),
    integer('fiscal_year', ({ record }) => record.report.fiscalYear),
    name('report_kind', ({ record }) => record.report.kind),
    name('concept', ({ fact }) => fact.concept),
    text('subject_scheme', ({ fact }) => fact.subject?.scheme ?? null),
    text('subject_code', ({ fact }) => fact.subject?.code ?? null),
    text('subject_name', ({ fact }) => fact.subject?.path.at(-1) ?? null),
    text('subject_path', ({ fact }) => fact.subject?.path.join(' / ') ?? null),
    name('measure', ({ fact }) => fact.measure),
    text('basis', ({ fact }) => fact.basis),
    integer('period', ({ fact }) => fact.period),
    amount('value', ({ fact }) => held(fact.value)),
    text('value_exact', ({ fact }) => (held(fact.value) === null ? fact.value : null)),
    text('unit', ({ fact }) => fact.unit),
    bound('low', ({ fact }) => ends(fact.interval)[0]),
    bound('high', ({ fact }) => ends(fact.interval)[1]),
    name('stated', ({ fact }) => fact.stated),
    flag('approximate', ({ fact }) => fact.approximate, false),
    name('published_text', ({ fact }) => fact.published.text),
    text('published_unit', ({ fact }) => fact.published.unit),
    name('unit_source', ({ fact }) => fact.published.unitSource),
    text('reason', ({ fact }) => fact.reason?.text ?? null),
    name('source_kind', ({ fact }) => fact.source.kind),
    text('section_id', ({ fact }) => fact.source.section),
    text('section_kind', ({ section }) => section?.kind ?? null),
    text('table_id', ({ fact }) => fact.source.table),
    text('table_kind', ({ table }) => table?.kind ?? null),
    integer('row', ({ fact }) => fact.source.row),
    integer('column', ({ fact }) => fact.source.column),
    count('page', ({ fact }) => fact.source.page),
    count('start', ({ fact }) => fact.source.start),
    count('end', ({ fact }) => fact.source.end),
    name('quote', ({ fact }) => fact.source.quote),
    point('left', ({ fact }) => fact.source.box?.[0] ?? null),
    point('top', ({ fact }) => fact.source.box?.[1] ?? null),
    point('right', ({ fact }) => fact.source.box?.[2] ?? null),
    point('bottom', ({ fact }) => fact.source.box?.[3] ?? null),
    name('pattern', ({ fact }) => fact.pattern),
  ],
};
