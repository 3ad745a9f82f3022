/** The overview: what was harvested, how well it was read, and what does not hold. */
import { useMemo } from 'preact/hooks';
import type { DocumentRow, Overview } from '../../src/review/data.ts';
import { coverage, grouped, percent } from '../app/figures.ts';
import { useLanguage } from '../app/language.tsx';
import { overviewLink, replaceRoute } from '../app/route.ts';
import { useTitle } from '../app/title.ts';
import { Charts } from './charts.tsx';
import { Facets } from './facets.tsx';
import { type Filter, filtered, filterQuery, parseFilter } from './filter.ts';
import { Rows } from './rows.tsx';
import { UnreadList } from './unread.tsx';

export function OverviewPage({ overview, query }: { readonly overview: Overview; readonly query: URLSearchParams }) {
  const { t } = useLanguage();
  const filter = useMemo(() => parseFilter(query), [query]);
  const { rows, counts } = useMemo(() => filtered(overview.documents, filter), [overview, filter]);
  const change = (changed: Partial<Filter>) => replaceRoute(overviewLink(filterQuery({ ...filter, ...changed })));
  useTitle(t('overview'));
  return (
    <div class="overview">
      <aside class="facets" aria-label={t('filters')}>
        <label class="search">
          <span>{t('search')}</span>
          <input
            type="search"
            value={filter.text}
            placeholder={t('searchHint')}
            onInput={(event) => change({ text: event.currentTarget.value })}
          />
        </label>
        <Facets counts={counts} filter={filter} change={change} />
      </aside>
      <div class="harvest">
        <h1>{t('overview')}</h1>
        <Summary rows={rows} overview={overview} />
        <Charts rows={rows} functions={overview.functions} filter={filter} change={change} />
        <Rows rows={rows} filter={filter} change={change} />
        <UnreadList unread={overview.unread} extracted={overview.documents.length} />
        <p class="made">{t('made', overview.generator.version, overview.generator.patterns)}</p>
      </div>
    </div>
  );
}

function Summary({ rows, overview }: { readonly rows: readonly DocumentRow[]; readonly overview: Overview }) {
  const { t } = useLanguage();
  const sum = (of: (row: DocumentRow) => number) => rows.reduce((total, row) => total + of(row), 0);
  const covered = coverage({ mapped: sum((row) => row.mapped), unmapped: sum((row) => row.unmapped) });
  const checked = sum((row) => row.checks.pass + row.checks.fail);
  const failed = overview.unread.filter(({ status }) => status === 'failed').length;
  const figures: readonly (readonly [string, string, string?])[] = [
    [t('documents'), `${grouped(String(rows.length))}`, t('ofAll', grouped(String(overview.documents.length)))],
    [t('facts'), grouped(String(sum((row) => row.facts)))],
    [
      t('coverage'),
      covered === null ? '—' : percent(covered),
      t('unmappedCount', grouped(String(sum((row) => row.unmapped)))),
    ],
    [t('errors'), grouped(String(sum((row) => row.findings.error))), t('checksEvaluated', grouped(String(checked)))],
    [t('warnings'), grouped(String(sum((row) => row.findings.warning)))],
    [
      t('failures'),
      grouped(String(failed)),
      t('inputs', grouped(String(overview.documents.length + overview.unread.length))),
    ],
  ];
  return (
    <dl class="summary">
      {figures.map(([name, value, more]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <strong>{value}</strong>
            {more && <small>{more}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
