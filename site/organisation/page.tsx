/** One organisation over the years: what its documents state, with a gap where none does. */
import type { ChartConfiguration } from 'chart.js';
import { useMemo } from 'preact/hooks';
import { type OrganisationData, type Point, TOPICS } from '../../src/review/data.ts';
import { Chart } from '../app/chart.tsx';
import { grouped } from '../app/figures.ts';
import { useLanguage } from '../app/language.tsx';
import { useNames } from '../app/names.ts';
import { documentLink } from '../app/route.ts';
import { Text } from '../app/text.tsx';
import { useTitle } from '../app/title.ts';
import { isWord } from '../app/words.ts';

const COLOURS = ['#1f6f78', '#b5651d', '#5a4fa3', '#8a8a2b', '#a3416b', '#3c6ea8', '#4d7d3a'] as const;

export function OrganisationPage({ data }: { readonly data: OrganisationData }) {
  const { t } = useLanguage();
  useTitle(data.name);
  const years = yearsOf(data);
  const level = `level_${data.level}`;
  return (
    <article class="organisation">
      <p class="crumbs">
        <a href="#/">{t('overview')}</a>
      </p>
      <h1 lang="zh-CN">
        <Text of={data.name} />
      </h1>
      <p class="about">{[data.region, isWord(level) ? t(level) : null].filter((each) => each !== null).join(' · ')}</p>
      <h2>{t('documents')}</h2>
      <ul class="operands">
        {data.documents.map(({ id, path, kind, year }) => (
          <li key={id}>
            <a href={documentLink(id)}>
              <strong>{year ?? t('unknown')}</strong> {isWord(`kind_${kind}`) ? t(`kind_${kind}`) : kind}{' '}
              <small>
                <Text of={path} />
              </small>
            </a>
          </li>
        ))}
      </ul>
      <p class="lead">{t('gapsMean')}</p>
      <div class="charts">
        {(Object.keys(TOPICS) as (keyof typeof TOPICS)[]).map((topic) => (
          <Topic key={topic} topic={topic} points={data.points} years={years} />
        ))}
      </div>
    </article>
  );
}

/** Every year from the first document to the last, those without a document too. */
function yearsOf({ documents }: OrganisationData): number[] {
  const known = documents.flatMap(({ year }) => (year === null ? [] : [year]));
  if (known.length === 0) return [];
  const first = Math.min(...known);
  const length = Math.max(...known) - first + 1;
  // Years are read from documents; two that lie a century apart are a mistake in one of them.
  return length > 100 ? [...new Set(known)].sort() : Array.from({ length }, (_, i) => first + i);
}

interface TopicProps {
  readonly topic: keyof typeof TOPICS;
  readonly points: readonly Point[];
  readonly years: readonly number[];
}

type Line = { readonly concept: string; readonly measure: Point['measure']; readonly at: ReadonlyMap<number, Point> };

function Topic({ topic, points, years }: TopicProps) {
  const { t, language } = useLanguage();
  const { concept, measure } = useNames();
  const lines = useMemo(() => linesOf(points, TOPICS[topic]), [points, topic]);
  const unit = topic === 'staff' ? 1 : language === 'zh' ? 10_000 : 1_000_000;
  // What an English name adds after a comma is explanation.
  const name = (line: Line) =>
    [concept(line.concept).split(',')[0], ...(line.measure === 'count' ? [] : [measure(line.measure)])].join(' · ');
  const config = useMemo(
    (): ChartConfiguration => ({
      type: 'line',
      data: {
        labels: years.map(String),
        datasets: lines.map((line, i) => {
          const colour = COLOURS[TOPICS[topic].indexOf(line.concept) % COLOURS.length];
          return {
            label: name(line),
            // The height of a point only; the figures below are exact.
            data: years.map((year) => heightOf(line.at.get(year), unit)),
            borderColor: colour,
            backgroundColor: colour,
            borderDash: line.measure === 'budget' ? [5, 4] : [],
            borderWidth: 2,
            // The first lies on top; where several are equal the others show around it.
            pointRadius: 4 + 2 * i,
            spanGaps: false,
          };
        }),
      },
      options: {
        scales: { x: { offset: true, grid: { display: false } }, y: { beginAtZero: true } },
        plugins: { legend: { position: 'bottom' } },
      },
    }),
    [lines, years, unit, language],
  );
  return (
    <Chart
      title={t(`topic_${topic}`)}
      note={topic === 'staff' ? undefined : t('amountUnit')}
      height={300}
      config={config}
      head={[t('year'), ...lines.map(name)]}
      figures={(lines.length === 0 ? [] : years).map((year) => [
        String(year),
        ...lines.map((line) => <Figure key={line.concept} point={line.at.get(year)} />),
      ])}
    />
  );
}

function linesOf(points: readonly Point[], concepts: readonly string[]): Line[] {
  return concepts.flatMap((concept) =>
    (['final', 'budget', 'count'] as const).flatMap((measure): Line[] => {
      const own = points.filter((point) => point.concept === concept && point.measure === measure);
      return own.length > 0 ? [{ concept, measure, at: new Map(own.map((point) => [point.year, point])) }] : [];
    }),
  );
}

function heightOf(point: Point | undefined, unit: number): number | null {
  return point?.value == null ? null : Number(point.value) / unit;
}

function Figure({ point }: { readonly point?: Point }) {
  const { t } = useLanguage();
  if (!point) return <>—</>;
  const [first] = point.stated;
  if (point.value !== null && first)
    return <a href={documentLink(first.document, 'text', first.fact)}>{grouped(point.value)}</a>;
  return (
    <>
      {t('severalValues')}{' '}
      {point.stated.map(({ document, fact, value }) => (
        <>
          <a key={`${document} ${fact}`} href={documentLink(document, 'text', fact)}>
            {grouped(value)}
          </a>{' '}
        </>
      ))}
    </>
  );
}
