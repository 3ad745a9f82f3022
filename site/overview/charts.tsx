/** Pictures of the documents that pass the filter. */
import type { ChartConfiguration } from 'chart.js';
import { useMemo } from 'preact/hooks';
import { Decimal } from '../../src/number.ts';
import type { DocumentRow } from '../../src/review/data.ts';
import { Chart } from '../app/chart.tsx';
import { coverage, grouped } from '../app/figures.ts';
import { useLanguage } from '../app/language.tsx';
import { useNames } from '../app/names.ts';
import { type Filter, UNKNOWN } from './filter.ts';

const COLOURS = { main: '#1f6f78', soft: '#9cc5c4', error: '#b3261e', warning: '#c98a1b', info: '#6b87a8' } as const;
const HEIGHT = 190;
/** Bars of a list that is longer are in its figures only. */
const BARS = 10;

interface Props {
  readonly rows: readonly DocumentRow[];
  readonly functions: readonly string[];
  readonly filter: Filter;
  readonly change: (changed: Partial<Filter>) => void;
}

export function Charts({ rows, functions, filter, change }: Props) {
  return (
    <div class="charts">
      <Years rows={rows} filter={filter} change={change} />
      <Coverages rows={rows} />
      <Findings rows={rows} filter={filter} change={change} />
      <Amounts rows={rows} functions={functions} filter={filter} />
    </div>
  );
}

type Series = readonly { readonly label: string; readonly data: readonly number[]; readonly colour: string }[];

function bars(labels: readonly string[], series: Series, sideways = false, legend = false): ChartConfiguration {
  const datasets = series.map(({ label, data, colour }) => ({
    label,
    data: [...data],
    backgroundColor: colour,
    maxBarThickness: 26,
  }));
  const counts = { stacked: true, beginAtZero: true, ticks: { precision: 0, maxTicksLimit: 6 } };
  const names = { stacked: true, grid: { display: false }, ticks: { autoSkip: !sideways } };
  return {
    type: 'bar',
    data: { labels: labels.map(short), datasets },
    options: {
      indexAxis: sideways ? 'y' : 'x',
      scales: sideways ? { x: counts, y: names } : { x: names, y: counts },
      plugins: { legend: { display: legend, position: 'bottom' } },
    },
  };
}

const short = (name: string) => (name.length > 22 ? `${name.slice(0, 21)}…` : name);

function Years({ rows, filter, change }: Omit<Props, 'functions'>) {
  const { t } = useLanguage();
  const counted = useMemo(() => {
    const years = new Map<string, [final: number, budget: number, other: number]>();
    for (const { year, kind } of rows) {
      const name = year === null ? UNKNOWN : String(year);
      const counts = years.get(name) ?? [0, 0, 0];
      counts[kind === 'final' ? 0 : kind === 'budget' ? 1 : 2]++;
      years.set(name, counts);
    }
    return [...years].sort(([a], [b]) => (a < b ? -1 : 1));
  }, [rows]);
  const names = counted.map(([year]) => (year === UNKNOWN ? t('unknown') : year));
  const series = [
    { label: t('kind_final'), data: counted.map(([, counts]) => counts[0]), colour: COLOURS.main },
    { label: t('kind_budget'), data: counted.map(([, counts]) => counts[1]), colour: COLOURS.soft },
    { label: t('kind_other'), data: counted.map(([, counts]) => counts[2]), colour: COLOURS.info },
  ].filter(({ data }) => data.some((count) => count > 0));
  const config = useMemo(() => bars(names, series, false, true), [counted, t]);
  return (
    <Chart
      title={t('chartYears')}
      height={HEIGHT}
      config={config}
      head={[t('year'), ...series.map(({ label }) => label)]}
      figures={counted.map((_, i) => [names[i], ...series.map(({ data }) => grouped(String(data[i])))])}
      onPick={(i) => change({ facets: { ...filter.facets, year: counted[i]?.[0] } })}
    />
  );
}

/** Lower bounds; the last is what nothing is missing of. */
const BINS = [0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 1];

function Coverages({ rows }: { readonly rows: readonly DocumentRow[] }) {
  const { t } = useLanguage();
  const counts = useMemo(() => {
    const found = BINS.map(() => 0);
    for (const row of rows) {
      const share = coverage(row);
      if (share === null) continue;
      const bin = BINS.findLastIndex((from) => share >= from);
      found[bin] = (found[bin] ?? 0) + 1;
    }
    return found;
  }, [rows]);
  const none = rows.length - counts.reduce((sum, each) => sum + each, 0);
  const names = BINS.map((from, i) => (from === 1 ? '100%' : `${from * 100}–${(BINS[i + 1] as number) * 100}%`));
  const config = useMemo(
    () => bars(names, [{ label: t('documents'), data: counts, colour: COLOURS.main }]),
    [counts, t],
  );
  return (
    <Chart
      title={t('chartCoverage')}
      note={t('chartCoverageNote')}
      height={HEIGHT}
      config={config}
      head={[t('coverage'), t('documents')]}
      figures={[
        ...names.map((name, i) => [name, grouped(String(counts[i]))]),
        ...(none > 0 ? [[t('noNumbers'), grouped(String(none))]] : []),
      ]}
    />
  );
}

function Findings({ rows, filter, change }: Omit<Props, 'functions'>) {
  const { t } = useLanguage();
  const { rule: ruleName } = useNames();
  const counted = useMemo(() => {
    const rules = new Map<string, [number, number, number]>();
    for (const row of rows) {
      for (const [rule, counts] of Object.entries(row.rules)) {
        const sums = rules.get(rule) ?? [0, 0, 0];
        for (const i of [0, 1, 2] as const) sums[i] += counts[i];
        rules.set(rule, sums);
      }
    }
    const total = (counts: readonly number[]) => counts.reduce((sum, each) => sum + each, 0);
    return [...rules].sort(([, a], [, b]) => total(b) - total(a));
  }, [rows]);
  const shown = counted.slice(0, BARS);
  const series = (['errors', 'warnings', 'infos'] as const).map((word, i) => ({
    label: t(word),
    data: shown.map(([, counts]) => counts[i] as number),
    colour: [COLOURS.error, COLOURS.warning, COLOURS.info][i] as string,
  }));
  const config = useMemo(
    () =>
      bars(
        shown.map(([rule]) => rule),
        series,
        true,
        true,
      ),
    [counted, t],
  );
  const pick = (rule: string | undefined) => change({ facets: { ...filter.facets, rule } });
  return (
    <Chart
      title={t('chartFindings')}
      note={counted.length > BARS ? t('chartLongest', BARS, counted.length) : undefined}
      height={HEIGHT}
      config={config}
      head={[t('rule'), t('errors'), t('warnings'), t('infos')]}
      figures={counted.map(([rule, counts]) => [
        <button type="button" class="link" onClick={() => pick(rule)}>
          {ruleName(rule)} <code>{rule}</code>
        </button>,
        ...counts.map((count) => grouped(String(count))),
      ])}
      onPick={(i) => pick(shown[i]?.[0])}
    />
  );
}

function Amounts({ rows, functions, filter }: Omit<Props, 'change'>) {
  const { t, language } = useLanguage();
  // Budgets and accounts of one year must not be added together.
  const final = rows.some(({ kind, amounts }) => kind === 'final' && amounts.length > 0);
  const kind = filter.facets.kind === 'budget' || !final ? 'budget' : 'final';
  const sums = useMemo(() => {
    const found = new Map<number, { sum: InstanceType<typeof Decimal>; count: number }>();
    for (const row of rows) {
      if (row.kind !== kind) continue;
      for (const [index, value] of row.amounts) {
        const known = found.get(index) ?? { sum: new Decimal(0), count: 0 };
        found.set(index, { sum: known.sum.plus(value), count: known.count + 1 });
      }
    }
    return [...found].sort(([, a], [, b]) => b.sum.cmp(a.sum));
  }, [rows, kind]);
  const shown = sums.slice(0, BARS);
  const name = (index: number) => functions[index] ?? '';
  const million = language === 'zh' ? 10_000 : 1_000_000;
  const config = useMemo(() => {
    // The length of a bar only; the figures below are exact.
    const data = shown.map(([, { sum }]) => sum.div(million).toNumber());
    return bars(
      shown.map(([index]) => name(index)),
      [{ label: t('amountUnit'), data, colour: COLOURS.main }],
      true,
    );
  }, [sums, t]);
  return (
    <Chart
      title={t(kind === 'budget' ? 'chartAmountsBudget' : 'chartAmountsFinal')}
      note={t('chartAmountsNote')}
      height={HEIGHT}
      config={config}
      head={[t('function'), t('amountYuan'), t('documents')]}
      figures={sums.map(([index, { sum, count }]) => [name(index), grouped(sum.toFixed()), grouped(String(count))])}
    />
  );
}
