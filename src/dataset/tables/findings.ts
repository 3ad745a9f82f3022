/** A row for each finding of the checks. */
import type { DocumentRecord, Finding } from '../../contract.ts';
import { columnsOf, ends, type Table } from '../column.ts';

interface Row {
  readonly record: DocumentRecord;
  readonly finding: Finding;
  readonly number: number;
}

const { name, count, text, integer, bound, point } = columnsOf<Row>();

export const findings: Table<Row> = {
  name: 'findings',
  key: ['document_id', 'finding'],
  rows: (record) => record.findings.map((finding, i) => ({ record, finding, number: i + 1 })),
  columns: [
    name('document_id', ({ record }) => record.id),
    count('finding', ({ number }) => number),
    text('organisation', ({ record }) => record.report.organisation),
    text('region', ({ record }) => record.report.region),
    integer('fiscal_year', ({ record }) => record.report.fiscalYear),
    name('report_kind', ({ record }) => record.report.kind),
    name('rule', ({ finding }) => finding.rule),
    name('verdict', ({ finding }) => finding.verdict),
    name('severity', ({ finding }) => finding.severity),
    name('message_zh', ({ finding }) => finding.message.zh),
    name('message_en', ({ finding }) => finding.message.en),
    bound('expected_low', ({ finding }) => ends(finding.expected)[0]),
    bound('expected_high', ({ finding }) => ends(finding.expected)[1]),
    bound('actual_low', ({ finding }) => ends(finding.actual)[0]),
    bound('actual_high', ({ finding }) => ends(finding.actual)[1]),
    name('suspect', ({ finding }) => finding.suspect),
    text('hint', ({ finding }) => finding.hint),
    text('facts', ({ finding }) => finding.facts.join(' ') || null),
    count('page', ({ finding }) => finding.page),
    count('start', ({ finding }) => finding.start),
    count('end', ({ finding }) => finding.end),
    point('left', ({ finding }) => finding.box?.[0] ?? null),
    point('top', ({ finding }) => finding.box?.[1] ?? null),
    point('right', ({ finding }) => finding.box?.[2] ?? null),
    point('bottom', ({ finding }) => finding.box?.[3] ?? null),
  ],
};
