/** The list of documents. Only the rows in sight exist; to print, all do. */

import { useEffect, useRef, useState } from 'preact/hooks';
import type { DocumentRow } from '../../src/review/data.ts';
import { coverage, grouped, percent } from '../app/figures.ts';
import { useLanguage } from '../app/language.tsx';
import { documentLink, organisationLink } from '../app/route.ts';
import { Scroll } from '../app/scroll.tsx';
import { Text } from '../app/text.tsx';
import { isWord } from '../app/words.ts';
import { type Filter, SORTS, type Sort } from './filter.ts';

/** Of a row, in pixels; the style sheet says the same. */
const ROW = 52;
const BEYOND = 10;

interface Props {
  readonly rows: readonly DocumentRow[];
  readonly filter: Filter;
  readonly change: (changed: Partial<Filter>) => void;
}

export function Rows({ rows, filter, change }: Props) {
  const { t } = useLanguage();
  const { box, from, to, above, below } = useWindow(rows);
  return (
    <section class="rows" aria-label={t('documents')}>
      <Scroll label={t('documents')} box={box}>
        <table class="data documents" aria-rowcount={rows.length + 1}>
          <thead>
            <tr aria-rowindex={1}>
              {SORTS.map((sort) => (
                <Head key={sort} sort={sort} filter={filter} change={change} />
              ))}
            </tr>
          </thead>
          <tbody>
            {above > 0 && <Space height={above} />}
            {rows.slice(from, to).map((row, i) => (
              <Row key={row.id} row={row} index={from + i + 2} />
            ))}
            {below > 0 && <Space height={below} />}
          </tbody>
        </table>
        {rows.length === 0 && <p class="notice">{t('noDocuments')}</p>}
      </Scroll>
    </section>
  );
}

function useWindow(rows: readonly DocumentRow[]) {
  const box = useRef<HTMLElement>(null);
  const [range, setRange] = useState({ top: 0, height: 800 });
  const [all, setAll] = useState(false);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => setRange({ top: element.scrollTop, height: element.clientHeight });
    const printing = () => setAll(true);
    const printed = () => setAll(false);
    measure();
    element.addEventListener('scroll', measure, { passive: true });
    window.addEventListener('resize', measure);
    window.addEventListener('beforeprint', printing);
    window.addEventListener('afterprint', printed);
    return () => {
      element.removeEventListener('scroll', measure);
      window.removeEventListener('resize', measure);
      window.removeEventListener('beforeprint', printing);
      window.removeEventListener('afterprint', printed);
    };
  }, []);
  useEffect(() => {
    if (box.current) box.current.scrollTop = 0;
  }, [rows]);
  const from = all ? 0 : Math.max(0, Math.min(Math.floor(range.top / ROW) - BEYOND, rows.length));
  const to = all ? rows.length : Math.min(rows.length, Math.ceil((range.top + range.height) / ROW) + BEYOND);
  return { box, from, to, above: from * ROW, below: (rows.length - to) * ROW };
}

const Space = ({ height }: { readonly height: number }) => (
  <tr class="space">
    <td colSpan={SORTS.length} style={{ height: `${height}px` }} />
  </tr>
);

function Head({ sort, filter, change }: { readonly sort: Sort } & Omit<Props, 'rows'>) {
  const { t } = useLanguage();
  const current = filter.sort === sort;
  const counts = sort === 'facts' || sort === 'errors' || sort === 'warnings' || sort === 'coverage';
  // Of counts the largest are looked for, of names the first.
  const next = current ? !filter.descending : counts && sort !== 'coverage';
  return (
    <th
      scope="col"
      class={counts ? 'number' : ''}
      aria-sort={current ? (filter.descending ? 'descending' : 'ascending') : 'none'}
    >
      <button type="button" onClick={() => change({ sort, descending: next })}>
        {t(sort)}
        <span aria-hidden="true">{current ? (filter.descending ? ' ▾' : ' ▴') : ''}</span>
      </button>
    </th>
  );
}

function Row({ row, index }: { readonly row: DocumentRow; readonly index: number }) {
  const { t } = useLanguage();
  const share = coverage(row);
  const kind = `kind_${row.kind}`;
  return (
    <tr aria-rowindex={index}>
      <th scope="row">
        <a href={documentLink(row.id)}>
          <Text of={row.organisation ?? row.title ?? row.path} />
        </a>
        <small>
          <Text of={row.path} />
          {row.organisationKey && (
            <>
              {' · '}
              <a href={organisationLink(row.organisationKey)}>{t('overYears')}</a>
            </>
          )}
        </small>
      </th>
      <td>{row.region ? <Text of={row.region} /> : '—'}</td>
      <td>{row.year ?? '—'}</td>
      <td>{isWord(kind) ? t(kind) : row.kind}</td>
      <td class="number">{grouped(String(row.facts))}</td>
      <td class="number">{share === null ? '—' : percent(share)}</td>
      <td class={`number ${row.findings.error > 0 ? 'error' : 'zero'}`}>{row.findings.error}</td>
      <td class={`number ${row.findings.warning > 0 ? 'warning' : 'zero'}`}>{row.findings.warning}</td>
    </tr>
  );
}
