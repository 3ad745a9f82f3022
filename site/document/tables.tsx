/** The tables as they were recognised; a number that is a fact leads to it. */

import { useMemo } from 'preact/hooks';
import type { Fact, TableRecord } from '../../src/contract.ts';
import type { DocumentData } from '../../src/review/data.ts';
import { familyOf } from '../app/family.ts';
import { useLanguage } from '../app/language.tsx';
import { Scroll } from '../app/scroll.tsx';
import { Text } from '../app/text.tsx';
import { visible } from '../app/visible.ts';
import { firstEndingAfter } from './marks.ts';

interface Filled {
  readonly facts: Fact[];
  /** Index of the unmapped number. */
  unmapped: number | null;
}

/** By table, row and column. */
type Cells = ReadonlyMap<string, Filled>;

function cellsOf({ record, blocks }: DocumentData): Cells {
  const { unmapped } = record.mentions;
  const cells = new Map<string, Filled>();
  const cell = (table: string, row: number, column: number) => {
    const key = `${table} ${row} ${column}`;
    const known = cells.get(key) ?? { facts: [], unmapped: null };
    cells.set(key, known);
    return known;
  };
  const tableAt = new Map<number, string>();
  for (const fact of record.facts) {
    const { table, row, column, start } = fact.source;
    if (table === null || row === null || column === null) continue;
    cell(table, row, column).facts.push(fact);
    tableAt.set(start, table);
  }
  // An unmapped number says only where in the text it stands: its table is that of the facts in the same block.
  for (const block of blocks ?? []) {
    if (block.kind !== 'table') continue;
    const table = block.cells.map(([start]) => tableAt.get(start)).find((each) => each !== undefined);
    if (table === undefined) continue;
    for (const [start, end, row, column] of block.cells) {
      const index = firstEndingAfter(unmapped, start);
      const mention = unmapped[index];
      if (mention && mention.start >= start && mention.end <= end) cell(table, row, column).unmapped = index;
    }
  }
  return cells;
}

export function TableList({ data }: { readonly data: DocumentData }) {
  const { t } = useLanguage();
  const { tables } = data.record;
  const cells = useMemo(() => cellsOf(data), [data]);
  if (tables.length === 0) return <p class="notice">{t('noTables')}</p>;
  return (
    <>
      {tables.map((table) => (
        <Recognised key={table.id} table={table} cells={cells} />
      ))}
    </>
  );
}

interface Props {
  readonly table: TableRecord;
  readonly cells: Cells;
}

function Recognised({ table, cells }: Props) {
  const { t } = useLanguage();
  const { id, kind, title, unit, pages, header, rows } = table;
  return (
    <section class="recognised">
      <h2 lang="zh-CN">
        <Text of={title ?? t('noTitle')} />
      </h2>
      <p class="about">
        {id} · {kind === null ? t('kindUnknown') : t('tableKind', kind)} · {t('unitOf', unit ?? t('unknown'))} ·{' '}
        {t('onPages', pages.join(', '))}
      </p>
      <Scroll label={visible(title ?? id)}>
        <table class="printed-table" lang="zh-CN">
          <thead>
            {header.map((cellsOfRow, row) => (
              <tr key={String(row)}>
                {cellsOfRow.map((text, column) => (
                  <td key={String(column)} class="head-cell">
                    <Text of={text} />
                  </td>
                ))}
              </tr>
            ))}
          </thead>
          <tbody>
            {rows.map((cellsOfRow, i) => (
              <tr key={String(i)}>
                {cellsOfRow.map((text, column) => (
                  <Cell key={String(column)} text={text} filled={cells.get(`${id} ${i + header.length} ${column}`)} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}

function Cell({ text, filled }: { readonly text: string; readonly filled?: Filled }) {
  const fact = filled?.facts[0];
  const at = fact?.id ?? (filled?.unmapped == null ? null : `u${filled.unmapped}`);
  if (at === null) return <td>{text !== '' && <Text of={text} />}</td>;
  return (
    <td class="number">
      <button
        type="button"
        class={`n ${fact ? `family-${familyOf(fact.concept)}` : 'unmapped'}`}
        data-at={at}
        data-facts={filled?.facts.map((each) => each.id).join(' ') || undefined}
      >
        {visible(text)}
      </button>
    </td>
  );
}
