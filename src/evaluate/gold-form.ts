/** A fact of a record in the form in which people write gold facts down. */
import type { DocumentRecord, Fact, TableRecord } from '../contract.ts';
import type { GoldFact } from './gold.ts';

/** A note or cell of a table says the kind of its table. */
export function whereOf(table: string | null, tables: readonly TableRecord[]): string {
  if (table === null) return 'narrative';
  return `table:${tables.find(({ id }) => id === table)?.kind ?? 'unknown'}`;
}

export function goldForm(fact: Fact, { tables }: Pick<DocumentRecord, 'tables'>): GoldFact {
  const { concept, subject, measure, basis, period, value, unit, stated, published, source } = fact;
  return {
    concept,
    subject,
    measure,
    basis,
    period,
    value,
    unit,
    stated,
    published: { text: published.text, unit: published.unit },
    where: whereOf(source.table, tables),
    page: source.page,
  };
}
