/** A row for each document. */
import type { DocumentRecord } from '../../contract.ts';
import type { Severity } from '../../document.ts';
import { columnsOf, type Table } from '../column.ts';

const { name, count, text, integer } = columnsOf<DocumentRecord>();

const findings = (severity: Severity) => (record: DocumentRecord) =>
  record.findings.filter((finding) => finding.severity === severity).length;

const checks = (result: 'pass' | 'fail' | 'unevaluable') => (record: DocumentRecord) =>
  Object.values(record.checks).reduce((sum, each) => sum + each[result], 0);

export const documents: Table<DocumentRecord> = {
  name: 'documents',
  key: ['document_id'],
  rows: (record) => [record],
  columns: [
    name('document_id', (record) => record.id),
    name('path', (record) => record.source.path),
    text('url', (record) => record.source.url ?? null),
    text('date', (record) => record.source.date ?? null),
    name('sha256', (record) => record.source.sha256),
    count('bytes', (record) => record.source.bytes),
    name('format', (record) => record.source.format),
    count('pages', (record) => record.source.pages),
    text('title', (record) => record.report.title),
    text('organisation', (record) => record.report.organisation),
    text('region', (record) => record.report.region),
    integer('fiscal_year', (record) => record.report.fiscalYear),
    name('report_kind', (record) => record.report.kind),
    text('level', (record) => record.report.level),
    text('units', (record) => record.report.units.join('; ') || null),
    count('unit_count', (record) => record.report.units.length),
    count('facts', (record) => record.facts.length),
    count('tables', (record) => record.tables.length),
    count('numbers', (record) => record.mentions.total),
    count('mapped', (record) => record.mentions.mapped),
    count('unmapped', (record) => record.mentions.unmapped.length),
    count('checks_passed', checks('pass')),
    count('checks_failed', checks('fail')),
    count('checks_unevaluable', checks('unevaluable')),
    count('errors', findings('error')),
    count('warnings', findings('warning')),
    count('infos', findings('info')),
    text('notices', (record) => [...new Set(record.notices.map(({ code }) => code))].sort().join('; ') || null),
    name('version', (record) => record.generator.version),
    name('patterns', (record) => record.generator.patterns),
    count('attachments', (record) => record.source.attachments?.length ?? 0),
  ],
};
