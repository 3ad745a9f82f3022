/** One document: its text, facts, tables and findings, and on the side whatever was chosen of them. */
import { useMemo, useRef, useState } from 'preact/hooks';
import type { DocumentData } from '../../src/review/data.ts';
import { coverage, grouped, percent } from '../app/figures.ts';
import { useLanguage } from '../app/language.tsx';
import { documentLink, organisationLink, TABS, type Tab } from '../app/route.ts';
import { Text } from '../app/text.tsx';
import { useTitle } from '../app/title.ts';
import { isWord } from '../app/words.ts';
import { LabelList } from '../labels/list.tsx';
import { useLabels } from '../labels/store.ts';
import { FactList } from './facts.tsx';
import { FindingList } from './findings.tsx';
import { Inspector } from './inspector.tsx';
import { marksOf } from './marks.ts';
import { PagePane } from './picture.tsx';
import { placeAt, spotOf } from './place.ts';
import { Printed } from './printed.tsx';
import { useReading } from './reading.ts';
import { SectionTree } from './sections.tsx';
import { TableList } from './tables.tsx';

interface Props {
  readonly data: DocumentData;
  readonly tab: Tab;
  readonly at: string | null;
}

export function DocumentPage({ data, tab, at }: Props) {
  const { record } = data;
  const judging = useLabels(record.id);
  const [hovered, setHovered] = useState<string | null>(null);
  const marks = useMemo(() => marksOf(record), [record]);
  const place = placeAt(data, at);
  const spot = spotOf(data, placeAt(data, hovered)) ?? spotOf(data, place);
  const panes = useRef<HTMLDivElement>(null);
  useReading(panes, { data, tab, place, labels: judging.labels, onHover: setHovered });
  useTitle(record.report.organisation ?? record.report.title ?? record.source.path);
  // Kept while only what is chosen changes: the text has thousands of elements.
  const content = useMemo(() => {
    switch (tab) {
      case 'text':
        return <Printed data={data} marks={marks} labels={judging.labels} />;
      case 'facts':
        return <FactList data={data} labels={judging.labels} />;
      case 'tables':
        return <TableList data={data} />;
      case 'findings':
        return <FindingList data={data} />;
      case 'labels':
        return <LabelList record={record} judging={judging} />;
    }
  }, [data, tab, marks, judging, record]);
  return (
    <article class="document">
      <DocumentHead data={data} tab={tab} labelled={Object.keys(judging.labels).length} />
      <div class={`panes ${tab === 'text' ? 'with-tree' : ''}`} ref={panes}>
        {tab === 'text' && <SectionTree data={data} />}
        <div class="reading">{content}</div>
        <aside class="side">
          <PagePane data={data} spot={spot} />
          <Inspector data={data} tab={tab} place={place} judging={judging} />
        </aside>
      </div>
    </article>
  );
}

interface HeadProps {
  readonly data: DocumentData;
  readonly tab: Tab;
  readonly labelled: number;
}

function DocumentHead({ data, tab, labelled }: HeadProps) {
  const { t } = useLanguage();
  const { report, source, facts, tables, findings, mentions, id } = data.record;
  const kind = `kind_${report.kind}`;
  const level = `level_${report.level}`;
  const share = coverage({ mapped: mentions.mapped, unmapped: mentions.unmapped.length });
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const about = [
    report.region,
    report.fiscalYear,
    isWord(kind) ? t(kind) : null,
    isWord(level) ? t(level) : null,
    source.format.toUpperCase(),
    t('pageCount', source.pages),
  ].filter((each) => each !== null);
  const counts: Readonly<Record<Tab, number | null>> = {
    text: null,
    facts: facts.length,
    tables: tables.length,
    findings: findings.length,
    labels: labelled,
  };
  return (
    <header class="head">
      <p class="crumbs">
        <a href="#/">{t('overview')}</a> ›{' '}
        {data.organisationKey && report.organisation ? (
          <a href={organisationLink(data.organisationKey)}>
            <Text of={report.organisation} />
          </a>
        ) : (
          t('unknown')
        )}
      </p>
      <h1 lang="zh-CN">
        <Text of={report.title ?? report.organisation ?? source.path} />
      </h1>
      <p class="about">
        {about.join(' · ')} · <Text of={source.path} />
        {share !== null && ` · ${t('coverage')} ${percent(share)}`}
        {errors > 0 && <strong class="error"> · {t('errorCount', errors)}</strong>}
      </p>
      <nav class="tabs" aria-label={t('views')}>
        {TABS.map((each) => (
          <a key={each} href={documentLink(id, each)} aria-current={each === tab ? 'page' : undefined}>
            {t(`tab_${each}`)}
            {counts[each] !== null && <span class="count">{grouped(String(counts[each]))}</span>}
          </a>
        ))}
      </nav>
    </header>
  );
}
